#include "networks/x_examination.hpp"

#include <charconv>

#include "networks/examination.hpp"
#include "networks/post_json.hpp"
#include "networks/x_session.hpp"

namespace networks {

using nlohmann::json;

namespace {

constexpr const char* new_login = "Run: flockmate login x.";

// X writes these numbers now as numbers, now as text.
std::optional<std::int64_t> number_at(const json& object, const char* key) {
  const std::string digits = id_at(object, key);
  std::int64_t number = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

void examine_quota(Examination& examination, const json& usage) {
  const auto used = number_at(usage, "project_usage");
  const auto cap = number_at(usage, "project_cap");
  const auto days = number_at(usage, "cap_reset_day");
  if (!used || !cap || *cap <= 0) return;
  const std::string words = std::to_string(*used) + " of " + std::to_string(*cap) +
                            " posts were read this month" +
                            (days ? "; the count begins again in " + std::to_string(*days) + " days." : ".");
  const char* mend = "Listen to fewer hashtags, or raise the project's limit in X's developer portal.";
  if (*used >= *cap) {
    examination.error("quota", words, mend);
  } else if (*used * 10 >= *cap * 9) {
    examination.warning("quota", words, mend);
  } else {
    examination.fine("quota", words);
  }
}

// Reachable? Is the app known, and has it credits left?
bool examine_app(Examination& examination, const XPatient& patient) {
  domain::HttpRequest request;
  request.url = patient.server + "/2/usage/tweets?usage.fields=project_cap,project_usage,cap_reset_day";
  request.headers["authorization"] = "Bearer " + patient.keys.bearer;
  const auto response = examination.reach(request);
  if (!response) return false;
  const XAnswer answer{response->status, json::parse(response->body, nullptr, false)};
  if (answer.status == 402) {
    examination.error("quota", "X's credits are used up: " + without_stop(answer.words()) + ".",
                      "Buy credits in X's developer portal.");
    return false;
  }
  if (!answer.ok()) {
    examination.error("app",
                      "X does not accept the app's bearer token: " + without_stop(answer.words()) + ".",
                      std::string("Make a new one in X's developer portal (Keys and tokens). ") + new_login);
    return false;
  }
  examination.fine("app", "The app's bearer token is valid.");
  examination.rate_limit(*response);
  examine_quota(examination, part_at(answer.body, "data"));
  return true;
}

void examine_stream(Examination& examination, XSession& session) {
  const auto rules = session.read("/2/tweets/search/stream/rules", {});
  if (!rules) return examination.add(domain::finding_of("x: stream", rules.error()));
  if (rules->ok()) return examination.fine("stream", "The filtered stream is open to the app.");
  examination.error("stream",
                    "The filtered stream is not open to the app: " + without_stop(rules->words()) + ".",
                    "In X's developer portal the app must be in a project with a plan that has it.");
}

void examine_account(Examination& examination, const XPatient& patient, XSession& session) {
  const auto me = session.read("/2/users/me", {}, XSession::As::account);
  if (!me) return examination.add(domain::finding_of("x: account", me.error()));
  const std::string handle = text_at(part_at(me->body, "data"), "username");
  if (!me->ok() || handle.empty()) {
    return examination.error("account", "X does not say who the bot is: " + without_stop(me->words()) + ".",
                             new_login);
  }
  if (!is_account(patient.handle, handle)) {
    return examination.warning(
        "account",
        "The settings call the bot @" + patient.handle + ", the credential belongs to @" + handle + ".",
        "Set `handle: \"@" + handle + "\"`, or log in as the other account: flockmate login x.");
  }
  examination.fine("account", "The credential is valid; the bot speaks as @" + handle + ".");
}

void examine_bill(Examination& examination, const domain::Bill& bill) {
  if (!bill.is_spent()) return examination.fine("money", domain::sentence_of(bill));
  examination.warning("money", domain::sentence_of(bill),
                      "Raise `monthly_dollars:` in the settings if it is worth it.");
}

}  // namespace

domain::Findings examine_x(const XPatient& patient, domain::HttpClient& http, const base::Clock& clock) {
  Examination examination("x", http, clock);
  if (examine_app(examination, patient)) {
    XSession session(http, clock, patient.server, patient.keys, TokenFile(patient.session.value_or("")));
    examine_stream(examination, session);
    if (patient.session || patient.keys.signs()) {
      examine_account(examination, patient, session);
    } else {
      examination.by_hand(
          "account",
          "The account was not tried: X's tokens are good for one use, and they are the service's.",
          "Stop the service and run doctor as its user to try it.");
    }
  }
  if (patient.bill) examine_bill(examination, *patient.bill);
  examination.by_hand(
      "label", "Whether the account carries the label \"Automated\" cannot be seen from here; X asks for it.",
      "Log in as the bot: Settings, Your account, Account information, Automation. Name the person who is "
      "responsible there, and say in the profile that it is a bot.");
  return examination.findings();
}

}  // namespace networks
