#include "alerts/webhook.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/http_client.hpp"

namespace alerts {
namespace {

using Outcome = Caller::Outcome;

constexpr std::chrono::seconds longest_request{10};
constexpr std::size_t longest_answer = 64UL * 1024;

// What Slack and its likes would read as a link or as a call to everybody.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

// Seconds, as webhooks write it; a date is taken for none.
base::Duration retry_after(const domain::HttpResponse& answer) {
  constexpr long longest = 3600;
  const auto header = answer.headers.find("retry-after");
  if (header == answer.headers.end()) return {};
  const std::string& text = header->second;
  const bool digits =
      !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::chrono::seconds{std::min(std::stol(text), longest)} : base::Duration{};
}

}  // namespace

Webhook::Webhook(domain::HttpClient& http, const Options& options)
    : http_(http),
      address_(options.address),
      caller_({.page = options.page,
               .tell = [this](const std::string& text, const std::string&) { return send(text); },
               .harmless = escaped,
               .complain = options.complain,
               .pace = options.pace}) {}

base::Status Webhook::tell(const domain::Alert& alert) {
  caller_.call(alert);
  return {};
}

Caller::Attempt Webhook::send(const std::string& text) {
  domain::HttpRequest request;
  request.method = "POST";
  request.url = address_;
  request.headers = {{"content-type", "application/json"}};
  request.body =
      nlohmann::json{{"text", text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  request.idle = longest_request;
  request.total = longest_request;
  request.body_limit = longest_answer;
  const auto answer = http_.send(request);
  if (answer) return judge(*answer);
  // An answer that was lost is asked for again: a call that comes twice is better than none.
  if (answer.error().kind != base::ErrorKind::invalid)
    return {Outcome::again, {}, "The alerts' webhook cannot be reached; it is tried again."};
  return {Outcome::refused, {}, "The alerts' webhook cannot be used: its address is no address of a server."};
}

Caller::Attempt Webhook::judge(const domain::HttpResponse& answer) {
  if (answer.status >= 200 && answer.status < 300) return {};
  const std::string status = std::to_string(answer.status);
  if (answer.status == 429 || answer.status == 408 || answer.status >= 500) {
    return {Outcome::again, retry_after(answer),
            "The alerts' webhook answers " + status + "; it is tried again."};
  }
  return {Outcome::refused,
          {},
          "The alerts' webhook refuses what it is told (" + status +
              "): facilitators are not called there. Was it removed? Put its new address into the credential "
              "and restart."};
}

}  // namespace alerts
