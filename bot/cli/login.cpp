#include <unistd.h>

#include <iostream>

#include "base/text.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/credentials.hpp"
#include "cli/outside.hpp"
#include "cli/temporary_folder.hpp"
#include "cli/terminal.hpp"
#include "networks/bluesky_session.hpp"
#include "networks/http.hpp"
#include "networks/mastodon_login.hpp"
#include "networks/x_login.hpp"
#include "rulefile/service_config.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using domain::NetworkKind;
using rulefile::Account;

struct Applicant {
  const Settings& settings;
  const Account& account;
};

Error nothing_entered() {
  return {ErrorKind::invalid, "nothing was entered, and nothing was changed."};
}

base::Result<std::string> address_of(const std::string& server) {
  const auto url = networks::parse_url(server);
  if (url) return url->origin();
  return Error{ErrorKind::invalid,
               "`server: " + server + "` is not a server's address: " + url.error().message};
}

// Before anybody goes through a login that cannot be kept.
base::Status may_keep(const fs::path& place) {
  const fs::path folder = place.parent_path();
  if (::access(folder.c_str(), W_OK | X_OK) == 0) return {};
  return Error{ErrorKind::failed, "this user may not write to " + folder.string() +
                                      ", where the credential goes. Try again with sudo."};
}

base::Result<std::string> log_in_to_mastodon(const Applicant& applicant) {
  const auto server = address_of(applicant.account.server);
  if (!server) return server.error();
  networks::Http http(reach_of(applicant.settings.config));
  networks::MastodonLogin login(*server, applicant.account.handle, http);
  const auto address = login.begin();
  if (!address) return address.error();
  std::cout << "Open this address in a browser that is logged in there as the bot, and allow it:\n\n  "
            << *address << "\n\n"
            << std::flush;
  const std::string code = ask_secret("The code that the page shows then: ");
  if (code.empty()) return nothing_entered();
  const auto grant = login.finish(code);
  if (!grant) return grant.error();
  std::cout << "The bot is @" << grant->handle << ".\n";
  return grant->token;
}

// The session it is tried out with is thrown away: the service opens its own.
base::Result<std::string> log_in_to_bluesky(const Applicant& applicant) {
  networks::BlueskyAccount account;
  const auto server =
      address_of(applicant.account.server.empty() ? account.server : applicant.account.server);
  if (!server) return server.error();
  std::cout << "Make an app password: in the app, logged in as the bot, Settings, Privacy and security, App "
               "passwords.\n"
            << std::flush;
  const std::string handle = applicant.account.handle.empty()
                                 ? ask("The bot's handle, such as flockmate.example.org: ")
                                 : applicant.account.handle;
  const std::string password = ask_secret("The app password of " + handle + ": ");
  if (handle.empty() || password.empty()) return nothing_entered();
  networks::Http http(reach_of(applicant.settings.config));
  const base::SystemClock clock;
  const TemporaryFolder folder;
  networks::BlueskySession session(http, clock, networks::TokenFile(folder.path() / "session.json"),
                                   {*server, handle, password});
  if (const auto opened = session.open(); !opened) return opened.error();
  std::cout << "The bot is @" << session.handle() << ".\n";
  return password;
}

// What the app proves itself with: as it stands in the credential, else as it is entered.
base::Result<networks::XKeys> keys_of_app(const Applicant& applicant) {
  const auto text = find_credential(applicant.account.credential, applicant.settings.file);
  if (!text && text.error().kind != ErrorKind::not_found) return text.error();
  auto keys = networks::read_some_x_keys(text ? *text : "");
  if (!keys) return keys;
  if (keys->bearer.empty())
    keys->bearer = ask_secret("The app's bearer token (X's developer portal, Keys and tokens): ");
  if (keys->client_id.empty()) {
    keys->client_id = ask("The app's OAuth 2.0 client ID: ");
    keys->client_secret = ask_secret("Its client secret (nothing for a public client): ");
  }
  if (keys->bearer.empty() || keys->client_id.empty()) return nothing_entered();
  // The account is proven in one way.
  keys->api_key = keys->api_secret = keys->access_token = keys->access_secret = "";
  return keys;
}

base::Result<std::string> log_in_to_x(const Applicant& applicant) {
  const std::string usual = "https://api.x.com";
  const auto server = address_of(applicant.account.server.empty() ? usual : applicant.account.server);
  if (!server) return server.error();
  auto keys = keys_of_app(applicant);
  if (!keys) return keys.error();
  networks::Http http(reach_of(applicant.settings.config));
  networks::XLogin login(*server, *keys, applicant.account.handle, http);
  std::cout << "In X's developer portal the app needs this callback address: " << networks::XLogin::callback
            << "\n"
            << "Open this address in a browser that is logged in to X as the bot, and allow it:\n\n  "
            << login.address() << "\n\n"
            << std::flush;
  const std::string pasted = ask_secret("The address that the browser cannot open then: ");
  if (pasted.empty()) return nothing_entered();
  const auto grant = login.finish(pasted);
  if (!grant) return grant.error();
  std::cout << "The bot is @" << grant->handle << ".\n";
  keys->refresh_token = grant->refresh_token;
  return base::trim(networks::text_of(*keys));
}

base::Result<std::string> secret_for(NetworkKind network, const Applicant& applicant) {
  if (network == NetworkKind::mastodon) return log_in_to_mastodon(applicant);
  return network == NetworkKind::bluesky ? log_in_to_bluesky(applicant) : log_in_to_x(applicant);
}

void tell_where(const std::string& name, const fs::path& place) {
  std::cout << "What proves it is in " << place.string() << ", which only its owner can read.\n";
  if (!fs::path(name).is_absolute()) {
    std::cout << "The service gets it by this line of its unit: LoadCredential=" << name << ":"
              << place.string() << "\n";
  }
  std::cout << "Next: flockmate doctor, then restart the service.\n";
}

}  // namespace

int login(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto network = domain::network_from_word(arguments.network).value_or(NetworkKind::mastodon);
  const auto account = settings->config.networks.find(network);
  if (account == settings->config.networks.end() || account->second.credential.empty()) {
    return complain("the settings name no account on " + arguments.network +
                        " with a `credential:`. Add it under `networks:`; "
                        "config/flockmate.yaml shows how.",
                    cannot_start);
  }
  const std::string& name = account->second.credential;
  const fs::path place = credential_source(name, settings->file);
  if (const auto kept = may_keep(place); !kept) return complain(kept.error().message, cannot_start);
  const auto secret = secret_for(network, {*settings, account->second});
  if (!secret) return complain(secret.error().message, findings);
  if (const auto kept = write_credential(name, settings->file, *secret); !kept) {
    return complain(kept.error().message, findings);
  }
  tell_where(name, place);
  return fine;
}

}  // namespace cli
