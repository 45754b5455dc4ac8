#include "cli/network_examinations.hpp"

#include <algorithm>

#include "app/examination.hpp"
#include "cli/cohorts.hpp"
#include "cli/credentials.hpp"
#include "cli/message_examination.hpp"
#include "cli/outside.hpp"
#include "cli/temporary_folder.hpp"
#include "networks/bluesky_examination.hpp"
#include "networks/bluesky_messenger.hpp"
#include "networks/http.hpp"
#include "networks/mastodon_examination.hpp"
#include "networks/mastodon_messenger.hpp"
#include "networks/x_examination.hpp"
#include "networks/x_spend.hpp"
#include "rulefile/service_config.hpp"
#include "store/state_lock.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using domain::Findings;
using domain::Health;
using domain::NetworkKind;
using rulefile::Account;

struct Ward {
  const Settings& settings;
  fs::path state;
  const networks::Reach& reach;
  domain::HttpClient& http;
  const std::vector<domain::Facilitator>& facilitators;
  base::SystemClock clock;

  bool calls_by(NetworkKind network) const {
    const auto& chosen = settings.config.alerts_by_message;
    return std::find(chosen.begin(), chosen.end(), network) != chosen.end();
  }
};

// The secret itself, and a finding either way.
base::Result<std::string> examine_credential(const Ward& ward, const std::string& network,
                                             const std::string& name, Findings& findings) {
  const std::string what = network + ": credential";
  const std::string mend = "Run: flockmate login " + network + ".";
  if (name.empty()) {
    findings.push_back({what, Health::error, "The settings name no credential for this account.",
                        "Add `credential: " + network + "-token` to it. " + mend});
    return base::Error{base::ErrorKind::not_found, ""};
  }
  const std::string source = credential_source(name, ward.settings.file).string();
  auto secret = find_credential(name, ward.settings.file);
  if (!secret && secret.error().kind == base::ErrorKind::not_found) {
    findings.push_back(
        {what, Health::error, "The credential " + name + " is not there: no file " + source + ".", mend});
  } else if (!secret) {
    findings.push_back(domain::finding_of(what, secret.error()));
  } else if (secret->empty()) {
    findings.push_back({what, Health::error, source + " is empty.", mend});
    return base::Error{base::ErrorKind::not_found, ""};
  } else {
    findings.push_back(
        {what, Health::fine, "The credential " + name + " is there, and only its owner can read it.", ""});
  }
  return secret;
}

// The address in the form in which all others are put together with it.
std::optional<std::string> examine_address(const std::string& network, const std::string& server,
                                           Findings& findings) {
  const auto url = networks::parse_url(server);
  if (url) return url->origin();
  findings.push_back(
      {network + ": server", Health::error,
       server.empty() ? "The settings name no server." : "`server: " + server + "` is no server's address.",
       "Write it like this: `server: https://social.example`."});
  return std::nullopt;
}

void append(Findings& findings, const Findings& more) {
  findings.insert(findings.end(), more.begin(), more.end());
}

Findings examine_mastodon(const Ward& ward, const Account& account) {
  Findings findings;
  networks::MastodonPatient patient;
  const auto server = examine_address("mastodon", account.server, findings);
  const auto token = examine_credential(ward, "mastodon", account.credential, findings);
  patient.handle = account.handle;
  for (const rulefile::PlaceToListen& place : account.listen_on) {
    const auto address = examine_address("mastodon", place.server, findings);
    const auto other = place.credential.empty() ? base::Result<std::string>(std::string())
                                                : find_credential(place.credential, ward.settings.file);
    if (!other) findings.push_back(domain::finding_of("mastodon: credential", other.error()));
    if (address && other) patient.listen_on.push_back({*address, *other});
  }
  if (!server || !token) return findings;
  patient.own = {*server, *token};
  append(findings, networks::examine_mastodon(patient, ward.http, ward.clock));
  if (!ward.calls_by(NetworkKind::mastodon)) return findings;
  networks::MastodonMessenger messenger(*server, *token, ward.http, ward.clock);
  append(findings, examine_messages(NetworkKind::mastodon, ward.facilitators, messenger));
  return findings;
}

Findings examine_bluesky(const Ward& ward, const Account& account) {
  Findings findings;
  networks::BlueskyPatient patient;
  const std::string& usual = patient.account.server;
  const auto server = examine_address("bluesky", account.server.empty() ? usual : account.server, findings);
  const auto password = examine_credential(ward, "bluesky", account.credential, findings);
  if (account.handle.empty()) {
    findings.push_back({"bluesky: handle", Health::error, "The settings name no handle for this account.",
                        "Add `handle: \"@flockmate.example.org\"` to it."});
  }
  if (!server || !password || account.handle.empty()) return findings;
  // The service's session is used and kept, but never written by another user than the service's: it could
  // not read the file any more.
  const TemporaryFolder elsewhere;
  patient.account = {*server, account.handle, *password};
  patient.jetstreams = account.jetstreams;
  patient.reach = ward.reach;
  patient.session =
      (app::is_own_folder(ward.state) ? ward.state / "tokens" : elsewhere.path()) / "bluesky.json";
  append(findings, networks::examine_bluesky(patient, ward.http, ward.clock));
  if (!ward.calls_by(NetworkKind::bluesky)) return findings;
  networks::BlueskySession session(ward.http, ward.clock, networks::TokenFile(patient.session),
                                   patient.account);
  networks::BlueskyMessenger messenger(session);
  append(findings, examine_messages(NetworkKind::bluesky, ward.facilitators, messenger));
  return findings;
}

// A refresh token of X's is good for one use, so it is only tried where the service would find the next one,
// and while the service does not run.
Findings examine_x(const Ward& ward, const Account& account) {
  Findings findings;
  networks::XPatient patient;
  const auto server =
      examine_address("x", account.server.empty() ? patient.server : account.server, findings);
  const auto text = examine_credential(ward, "x", account.credential, findings);
  const auto keys = text ? networks::read_x_keys(*text) : base::Result<networks::XKeys>(text.error());
  if (text && !keys) findings.push_back(domain::finding_of("x: credential", keys.error()));
  if (!server || !keys) return findings;
  patient.server = *server;
  patient.handle = account.handle;
  patient.keys = *keys;
  const auto alone = app::is_own_folder(ward.state)
                         ? store::StateLock::take(ward.state / "flockmate.sqlite.lock")
                         : base::Result<store::StateLock>(base::Error{});
  if (alone) {
    const networks::XSpend::Limits limits{account.prices, account.monthly_cap};
    networks::XSpend spend(ward.state / "x-spend.json", ward.clock, limits, [](const std::string&) {});
    patient.session = ward.state / "tokens" / "x.json";
    patient.bill = spend.bill();
  }
  append(findings, networks::examine_x(patient, ward.http, ward.clock));
  return findings;
}

}  // namespace

void examine_networks(const Settings& settings, const fs::path& state,
                      const std::vector<domain::Facilitator>& facilitators,
                      const std::function<void(const Findings&)>& found) {
  const networks::Reach reach = reach_of(settings.config);
  networks::Http http(reach);
  const Ward ward{settings, state, reach, http, facilitators, {}};
  for (const auto& [kind, account] : settings.config.networks) {
    if (kind == NetworkKind::mastodon) found(examine_mastodon(ward, account));
    if (kind == NetworkKind::bluesky) found(examine_bluesky(ward, account));
    if (kind == NetworkKind::x) found(examine_x(ward, account));
  }
}

}  // namespace cli
