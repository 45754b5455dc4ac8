#include "networks/bluesky_session.hpp"

#include "networks/post_json.hpp"
#include "networks/rate_limit.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using nlohmann::json;

namespace {

constexpr const char* create_session = "com.atproto.server.createSession";
constexpr const char* refresh_session = "com.atproto.server.refreshSession";
constexpr std::chrono::seconds shortest_wait{2};
constexpr int deepest = 1000;  // a thread of replies nests; nothing else comes near

Error unavailable(const std::string& message) {
  return {ErrorKind::unavailable, message};
}

std::string address(const std::string& server, const std::string& method) {
  return server + "/xrpc/" + method;
}

HttpRequest post_of(const std::string& url, const std::string& body) {
  HttpRequest request;
  request.method = "POST";
  request.url = url;
  if (!body.empty()) request.headers["content-type"] = "application/json";
  request.body = body;
  return request;
}

// Parsed with a bound on how deep it nests; discarded when it is no JSON.
json parse(const std::string& text) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < deepest; };
  return json::parse(text, shallow, false);
}

bool is_about_the_call(int status) {
  return (status >= 200 && status < 300) || (status >= 400 && status < 500);
}

bool token_is_over(const XrpcAnswer& answer) {
  if (may_not(answer)) return false;  // no other token would do
  return answer.error == "ExpiredToken" || answer.error == "InvalidToken" || answer.status == 401;
}

}  // namespace

// It says InvalidToken to that, too.
bool may_not(const XrpcAnswer& answer) {
  return answer.message.starts_with("Bad token method") || answer.message.starts_with("Bad token scope");
}

BlueskySession::BlueskySession(domain::HttpClient& http, const base::Clock& clock, TokenFile tokens,
                               BlueskyAccount account)
    : http_(http),
      clock_(clock),
      account_(std::move(account)),
      store_(std::move(tokens), account_.handle, account_.server) {
  // A file that cannot be read is told when a new session is to be written to it.
  if (auto kept = store_.load()) tokens_ = *kept;
}

std::string BlueskySession::did() const {
  return current().did;
}

std::string BlueskySession::handle() const {
  const std::string told = current().handle;
  return told.empty() ? account_.handle : told;
}

BlueskyTokens BlueskySession::current() const {
  const std::lock_guard lock(mutex_);
  return tokens_;
}

void BlueskySession::set_current(BlueskyTokens tokens) {
  const std::lock_guard lock(mutex_);
  tokens_ = std::move(tokens);
}

base::Result<XrpcAnswer> BlueskySession::read(const std::string& method, const Parameters& parameters,
                                              const domain::Headers& headers) {
  return call(method, [&](const BlueskyTokens& tokens) {
    HttpRequest request;
    request.headers = headers;
    request.url = address(tokens.server, method) + "?" + query_of(parameters);
    return request;
  });
}

base::Result<XrpcAnswer> BlueskySession::write(const std::string& method, const json& input,
                                               const domain::Headers& headers) {
  return call(method, [&, body = to_line(input)](const BlueskyTokens& tokens) {
    HttpRequest request = post_of(address(tokens.server, method), body);
    request.headers.insert(headers.begin(), headers.end());
    return request;
  });
}

// Bluesky says 400 where others say 401. A call that came with a token that is over did nothing, so it may be
// made again.
base::Result<XrpcAnswer> BlueskySession::call(const std::string& method, const Build& build) {
  for (bool again = false;; again = true) {
    if (auto ready = open(); !ready) return unavailable(ready.error().message);
    const BlueskyTokens tokens = current();
    HttpRequest request = build(tokens);
    request.headers["authorization"] = "Bearer " + tokens.access;
    auto answer = send(method, request);
    if (!answer || !token_is_over(*answer)) return answer;
    if (again) return unavailable("Bluesky refuses the session it has just given: " + answer->message);
    if (auto renewed = renew(tokens.access); !renewed) return unavailable(renewed.error().message);
  }
}

base::Result<XrpcAnswer> BlueskySession::send(const std::string& method, const HttpRequest& request) {
  const base::Instant now = clock_.now();
  {
    const std::lock_guard lock(mutex_);
    if (const auto wait = not_before_.find(method); wait != not_before_.end() && now < wait->second) {
      return unavailable("Bluesky asked not to be called before " + base::to_rfc3339(wait->second) + ".");
    }
  }
  auto response = http_.send(request);
  if (!response) {
    const bool doubtful = response.error().kind == ErrorKind::in_doubt && request.method == "POST";
    return Error{doubtful ? ErrorKind::in_doubt : ErrorKind::unavailable, response.error().message};
  }
  if (response->status == 429) {
    const base::Instant until = ask_again_at(*response, now, shortest_wait);
    const std::lock_guard lock(mutex_);
    not_before_[method] = until;
    return unavailable("Bluesky has had too many calls and asks to wait until " + base::to_rfc3339(until) +
                       ".");
  }
  const std::string failed = "Bluesky answered " + std::to_string(response->status) + " to " + method + ".";
  const ErrorKind after = request.method == "POST" ? ErrorKind::in_doubt : ErrorKind::unavailable;
  if (!is_about_the_call(response->status)) return Error{after, failed};
  XrpcAnswer answer;
  answer.status = response->status;
  answer.body = response->body.empty() ? json() : parse(response->body);
  if (answer.ok() && answer.body.is_discarded())
    return Error{after, "Bluesky's answer to " + method + " is no JSON."};
  answer.error = text_at(answer.body, "error");
  answer.message = text_at(answer.body, "message");
  return answer;
}

base::Status BlueskySession::open() {
  return current().access.empty() ? renew("") : base::Status{};
}

// `expired`: the token that was refused. Whoever comes second finds a new one there already.
base::Status BlueskySession::renew(const std::string& expired) {
  const std::lock_guard one_at_a_time(renewing_);
  const BlueskyTokens tokens = current();
  if (tokens.access != expired) return {};
  if (!tokens.refresh.empty()) {
    auto refreshed = refresh(tokens);
    if (refreshed || refreshed.error().kind != ErrorKind::refused) return refreshed;
  }
  return log_in();
}

// Error (refused): the refresh token is over, too.
base::Status BlueskySession::refresh(const BlueskyTokens& old) {
  HttpRequest request = post_of(address(old.server, refresh_session), "");
  request.headers["authorization"] = "Bearer " + old.refresh;
  const auto answer = send(refresh_session, request);
  if (!answer) return unavailable(answer.error().message);
  if (answer->ok()) return keep(*answer, old.server);
  return Error{ErrorKind::refused, answer->message};
}

base::Status BlueskySession::log_in() {
  if (auto claimed = store_.claim_login(clock_.now()); !claimed) return claimed;
  const json input{{"identifier", account_.handle}, {"password", account_.app_password}};
  const auto answer = send(create_session, post_of(address(account_.server, create_session), to_line(input)));
  if (!answer) {
    const std::lock_guard lock(mutex_);
    if (const auto wait = not_before_.find(create_session); wait != not_before_.end()) {
      store_.forbid_login_until(wait->second);
    }
    return unavailable(answer.error().message);
  }
  if (!answer->ok()) {
    return Error{ErrorKind::refused, "Bluesky does not let " + account_.handle + " in: " + answer->message +
                                         ". Make an app password (Settings, Privacy and security, App "
                                         "passwords) and put it into the credential."};
  }
  store_.login_worked();
  return keep(*answer, account_.server);
}

// On disk before it is used: a crash never leaves us with tokens that were used up.
base::Status BlueskySession::keep(const XrpcAnswer& answer, const std::string& server) {
  BlueskyTokens tokens{text_at(answer.body, "did"), text_at(answer.body, "handle"),
                       own_server(answer.body, server), text_at(answer.body, "accessJwt"),
                       text_at(answer.body, "refreshJwt")};
  if (tokens.did.empty() || tokens.access.empty()) return unavailable("Bluesky's session lacks a token.");
  if (auto kept = store_.save(tokens); !kept) return unavailable(kept.error().message);
  set_current(std::move(tokens));
  return {};
}

// An account lives on a server of its own, which its description names.
std::string BlueskySession::own_server(const json& answer, const std::string& fallback) const {
  const json& services = part_at(part_at(answer, "didDoc"), "service");
  for (const json& service : services.is_array() ? services : json::array()) {
    if (!text_at(service, "id").ends_with("#atproto_pds")) continue;
    const auto url = parse_url(text_at(service, "serviceEndpoint"));
    // Nobody but ourselves sends the bot to this machine.
    const auto asked = parse_url(account_.server);
    if (url && asked && (url->is_secure() || !asked->is_secure())) return url->origin();
  }
  return fallback;
}

}  // namespace networks
