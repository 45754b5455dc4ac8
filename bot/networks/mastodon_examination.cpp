#include "networks/mastodon_examination.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "networks/examination.hpp"
#include "networks/mastodon_languages.hpp"
#include "networks/post_json.hpp"
#include "networks/url.hpp"

namespace networks {

using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;
using Place = MastodonPatient::Place;

namespace {

constexpr int forbidden = 403;
constexpr const char* new_token = "Run: flockmate login mastodon.";

// A question that is refused when the token lacks the scope, and changes nothing when it does not.
struct Probe {
  const char* scope;
  const char* method;
  const char* path;
};
constexpr std::array probes{
    Probe{"read:statuses", "GET", "/api/v1/statuses/0"},
    Probe{"read:notifications", "GET", "/api/v1/notifications?limit=1"},
    Probe{"read:search", "GET", "/api/v2/search?q=flockmate&type=hashtags&limit=1"},
    Probe{"read:blocks", "GET", "/api/v1/blocks?limit=1"},
    Probe{"read:mutes", "GET", "/api/v1/mutes?limit=1"},
    Probe{"write:statuses", "DELETE", "/api/v1/statuses/0"},
};

HttpRequest request_of(const Place& place, const std::string& path, const std::string& method = "GET") {
  HttpRequest request;
  request.method = method;
  request.url = place.server + path;
  request.headers["accept"] = "application/json";
  if (!place.token.empty()) request.headers["authorization"] = "Bearer " + place.token;
  return request;
}

json body_of(const HttpResponse& response) {
  json body = json::parse(response.body, nullptr, false);
  return body.is_discarded() ? json() : body;
}

std::string words_of(const HttpResponse& response) {
  const std::string words = base::shorten(text_at(body_of(response), "error"), 200);
  const std::string code = "HTTP " + std::to_string(response.status);
  return words.empty() ? code : words + " (" + code + ")";
}

// Since Mastodon 4.5 a server says to whom it shows hashtags.
void examine_feed(Examination& examination, const Place& place, const json& instance) {
  const json& feeds =
      part_at(part_at(part_at(instance, "configuration"), "timelines_access"), "hashtag_feeds");
  const std::string own = text_at(feeds, "local");
  const std::string others = text_at(feeds, "remote");
  const std::string server = host_of(place.server);
  if (place.token.empty() && (own == "authenticated" || others == "authenticated")) {
    examination.error("hashtag", server + " shows hashtags only to people who have an account there.",
                      "Make an account on " + server + " and name its token with `credential:`.");
  } else if (own == "disabled") {
    examination.error(
        "hashtag", server + " shows hashtags to nobody.",
        "Ask whoever runs the server to open its hashtag timelines, or move the bot to another server.");
  } else if (others == "disabled") {
    examination.warning(
        "hashtag", server + " shows under a hashtag only the posts of its own people.",
        "Name the other learners' servers under `listen_on:`, or ask whoever runs the server to show "
        "posts from other servers.");
  } else {
    examination.fine("hashtag", server + " shows what is posted under a hashtag.");
  }
}

// Reachable, and a Mastodon server?
bool examine_server(Examination& examination, const Place& place) {
  HttpRequest request = request_of(place, "/api/v2/instance");
  request.headers.erase("authorization");
  const auto response = examination.reach(request);
  if (!response) return false;
  const json instance = body_of(*response);
  if (response->status != 200 || !instance.is_object()) {
    examination.error(
        "server",
        host_of(place.server) + " does not answer as a Mastodon server does: " + words_of(*response) + ".",
        "Look at `server:` in the settings; Mastodon 4.0 is the oldest that will do.");
    return false;
  }
  examine_feed(examination, place, instance);
  return true;
}

void examine_account(Examination& examination, const MastodonPatient& patient, const json& account) {
  const std::string handle = text_at(account, "acct");
  examination.fine("token", "The token is valid; the bot speaks as @" + handle + ".");
  if (!is_account(patient.handle, handle)) {
    examination.warning(
        "handle", "The settings call the bot @" + patient.handle + ", the token belongs to @" + handle + ".",
        "Set `handle: \"@" + handle + "\"`, or get a token of the other account: flockmate login mastodon.");
  }
  if (flag_at(account, "suspended") || flag_at(account, "limited")) {
    examination.error("account",
                      "The server has limited @" + handle + ": most people do not see what it says.",
                      "Ask the server's moderators why; the bot cannot work around it.");
  }
  if (flag_at(account, "bot")) {
    examination.fine("bot flag", "The profile says that it is automated.");
  } else {
    examination.warning(
        "bot flag", "The profile does not say that it is automated.",
        "Log in as @" + handle + ", Preferences, Public profile: tick \"This is an automated account\".");
  }
}

void examine_scopes(Examination& examination, const Place& place) {
  std::vector<std::string> missing;
  for (const Probe& probe : probes) {
    const auto response = examination.ask(request_of(place, probe.path, probe.method));
    if (!response) {
      examination.add(domain::finding_of("mastodon: scopes", response.error()));
      return;
    }
    if (response->status == forbidden) missing.emplace_back(probe.scope);
  }
  if (missing.empty()) {
    examination.fine("scopes", "The token may read what the bot needs, and post.");
  } else {
    examination.error("scopes",
                      "The token may not do everything: it lacks " + base::join(missing, ", ") + ".",
                      std::string(new_token) + " It asks for what is needed.");
  }
}

// False: nothing more can be asked with it.
bool examine_token(Examination& examination, const MastodonPatient& patient) {
  const auto response = examination.ask(request_of(patient.own, "/api/v1/accounts/verify_credentials"));
  if (!response) {
    examination.add(domain::finding_of("mastodon: token", response.error()));
    return false;
  }
  if (response->status == forbidden) {
    examination.error("scopes", "The token may not even ask who it belongs to: it lacks read:accounts.",
                      std::string(new_token) + " It asks for what is needed.");
    return false;
  }
  if (response->status != 200) {
    examination.error(
        "token", host_of(patient.own.server) + " refuses the token: " + words_of(*response) + ".", new_token);
    return false;
  }
  examine_account(examination, patient, body_of(*response));
  examination.rate_limit(*response);
  return true;
}

// The filter is one of the account's settings, which no client may read: it shows by what is not shown.
// `other`: the name of a server where the bot only listens, or "".
void examine_languages(Examination& examination, const Place& place, const std::string& other = "") {
  const std::string account = other.empty() ? "the account" : "the account on " + other;
  const std::string path = "/api/v1/timelines/public?limit=40";
  const auto to_all = examination.ask(request_of({place.server, ""}, path));
  const auto to_bot = examination.ask(request_of(place, path));
  const std::string where = (other.empty() ? "Log in as the bot" : "Log in there") +
                            std::string(", Preferences, Other, \"Filter languages\": untick every one.");
  const bool can_tell = to_all && to_bot && to_all->status == 200 && to_bot->status == 200;
  const json all = can_tell ? body_of(*to_all) : json();
  if (!all.is_array() || all.empty()) {
    examination.by_hand(
        "languages",
        "Whether " + account + " filters languages cannot be seen from here; its stream is filtered, too.",
        where);
    return;
  }
  const auto hidden = languages_hidden_from(body_of(*to_bot), all);
  if (hidden.empty()) {
    examination.fine("languages", "No language is hidden from " + account + ".");
  } else {
    examination.warning("languages",
                        "T" + account.substr(1) + " is not shown posts in " + base::join(hidden, ", ") +
                            ": its language filter keeps them from the hashtag's stream, too.",
                        where);
  }
}

}  // namespace

domain::Findings examine_mastodon(const MastodonPatient& patient, domain::HttpClient& http,
                                  const base::Clock& clock) {
  Examination examination("mastodon", http, clock);
  if (examine_server(examination, patient.own) && examine_token(examination, patient)) {
    examine_scopes(examination, patient.own);
    examine_languages(examination, patient.own);
  }
  for (const Place& place : patient.listen_on) {
    if (place.server == patient.own.server || !examine_server(examination, place) || place.token.empty())
      continue;
    const auto response = examination.ask(request_of(place, "/api/v1/accounts/verify_credentials"));
    if (response && response->status != 200 && response->status != forbidden) {
      examination.error("token", host_of(place.server) + " refuses the token: " + words_of(*response) + ".",
                        "Make a new one there (Preferences, Development), with the scope read.");
    } else if (response) {
      examine_languages(examination, place, host_of(place.server));
    }
  }
  return examination.findings();
}

}  // namespace networks
