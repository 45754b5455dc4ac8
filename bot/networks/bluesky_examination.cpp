#include "networks/bluesky_examination.hpp"

#include <algorithm>
#include <cctype>

#include "networks/examination.hpp"
#include "networks/jetstream_examination.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

namespace {

constexpr const char* new_password =
    "Make a new app password (Settings, Privacy and security, App passwords), then run: flockmate login "
    "bluesky.";

// "abcd-efgh-ijkl-mnop": the account's own password could do everything, and never expires.
bool looks_like_an_app_password(const std::string& password) {
  if (password.size() != 19) return false;
  for (std::size_t place = 0; place < password.size(); ++place) {
    const auto letter = static_cast<unsigned char>(password[place]);
    if (place % 5 == 4 ? letter != '-' : std::isalnum(letter) == 0) return false;
  }
  return true;
}

// Reachable, and a Bluesky server?
bool examine_server(Examination& examination, const std::string& server) {
  domain::HttpRequest request;
  request.url = server + "/xrpc/com.atproto.server.describeServer";
  const auto response = examination.reach(request);
  if (!response) return false;
  if (response->status == 200) {
    examination.rate_limit(*response);
    return true;
  }
  examination.error("server",
                    host_of(server) + " does not answer as a Bluesky server does (HTTP " +
                        std::to_string(response->status) + ").",
                    "Look at `server:` in the settings; without it the bot logs in at bsky.social.");
  return false;
}

// Who is it, and is the account in order?
bool examine_session(Examination& examination, BlueskySession& session) {
  if (const auto opened = session.open(); !opened) {
    if (opened.error().kind == base::ErrorKind::refused) {
      examination.error("session", "Bluesky does not let " + session.handle() + " in with this app password.",
                        new_password);
    } else {
      examination.add(domain::finding_of("bluesky: session", opened.error()));
    }
    return false;
  }
  const auto told = session.read("com.atproto.server.getSession", {});
  if (!told) {
    examination.add(domain::finding_of("bluesky: session", told.error()));
    return false;
  }
  const std::string trouble = text_at(told->body, "status");
  if (!told->ok() || !trouble.empty()) {
    examination.error("account",
                      "The account is not in use: " + (trouble.empty() ? told->message : trouble) + ".",
                      "Log in to the app as the bot; it says why and what can be done.");
    return false;
  }
  examination.fine("session", "The app password is good; the bot speaks as @" + session.handle() + ".");
  return true;
}

void examine_label(Examination& examination, BlueskySession& session) {
  const auto profile =
      session.read("com.atproto.repo.getRecord",
                   {{"repo", session.did()}, {"collection", "app.bsky.actor.profile"}, {"rkey", "self"}});
  if (!profile) return examination.add(domain::finding_of("bluesky: bot label", profile.error()));
  const json& values = part_at(part_at(part_at(profile->body, "value"), "labels"), "values");
  const auto is_bot = [](const json& label) { return text_at(label, "val") == "bot"; };
  if (values.is_array() && std::any_of(values.begin(), values.end(), is_bot)) {
    return examination.fine("bot label", "The profile carries the label \"bot\".");
  }
  examination.by_hand("bot label", "The profile does not carry the label \"bot\" yet.",
                      "The service sets it when it starts; look again when it runs.");
}

// Some servers have nobody who answers these: then the bot is deaf.
void examine_hearing(Examination& examination, BlueskySession& session) {
  for (const auto& [method, parameters] :
       {std::pair<const char*, Parameters>{"app.bsky.feed.searchPosts", {{"q", "flockmate"}, {"limit", "1"}}},
        std::pair<const char*, Parameters>{"app.bsky.notification.listNotifications", {{"limit", "1"}}}}) {
    const auto answer = session.read(method, parameters);
    if (!answer) return examination.add(domain::finding_of("bluesky: hearing", answer.error()));
    if (!answer->ok()) {
      return examination.error(
          "hearing",
          "The bot cannot listen: " + std::string(method) + " is refused (" + answer->message + ").",
          "Its server must be joined to an AppView, and the account must be confirmed there.");
    }
  }
  examination.fine("hearing", "Hashtags can be searched and notifications read.");
}

}  // namespace

domain::Findings examine_bluesky(const BlueskyPatient& patient, domain::HttpClient& http,
                                 const base::Clock& clock) {
  Examination examination("bluesky", http, clock);
  if (!looks_like_an_app_password(patient.account.app_password)) {
    examination.warning("app password",
                        "The credential does not look like an app password (xxxx-xxxx-xxxx-xxxx).",
                        std::string("It should never be the account's own. ") + new_password);
  }
  if (!examine_server(examination, patient.account.server)) return examination.findings();
  BlueskySession session(http, clock, TokenFile(patient.session), patient.account);
  if (examine_session(examination, session)) {
    examine_label(examination, session);
    examine_hearing(examination, session);
    examine_jetstreams(examination, patient.jetstreams, patient.reach);
  }
  return examination.findings();
}

}  // namespace networks
