#include "networks/x_session.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

#include "base/text.hpp"
#include "networks/post_json.hpp"
#include "networks/rate_limit.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds shortest_wait{10};
constexpr std::chrono::minutes renew_early{2};
constexpr std::chrono::seconds usual_life{7200};
constexpr std::chrono::seconds longest_life{30 * 86'400};
constexpr std::chrono::minutes clock_tolerance{1};
constexpr int deepest = 100;

Error unavailable(const std::string& message) {
  return {ErrorKind::unavailable, message};
}

json parse(const std::string& text) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < deepest; };
  return json::parse(text, shallow, false);
}

// "GET /2/tweets/:id": what X counts together.
std::string kind_of(const std::string& method, const std::string& path) {
  std::string kind = method + " ";
  for (const std::string& part : base::split(path.substr(1), '/')) {
    const bool is_id = part.size() > 1 && std::all_of(part.begin(), part.end(),
                                                      [](unsigned char c) { return std::isdigit(c) != 0; });
    kind += "/" + (is_id ? std::string(":id") : part);
  }
  return kind;
}

std::string nonce() {
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

}  // namespace

std::string XAnswer::words() const {
  std::string words = text_at(body, "detail");
  const json& errors = part_at(body, "errors");
  if (words.empty() && errors.is_array() && !errors.empty()) {
    words =
        text_at(errors[0], "detail").empty() ? text_at(errors[0], "message") : text_at(errors[0], "detail");
  }
  if (words.empty()) words = text_at(body, "error_description");
  if (words.empty()) words = text_at(body, "title");
  return words.empty() ? "HTTP " + std::to_string(status) : words;
}

XSession::XSession(domain::HttpClient& http, const base::Clock& clock, std::string server, XKeys keys,
                   TokenFile tokens)
    : http_(http),
      clock_(clock),
      server_(std::move(server)),
      keys_(std::move(keys)),
      file_(std::move(tokens)) {
  if (!keys_.signs()) load();
}

// The tokens on disk descend from the credential's refresh token; a new credential begins a new line.
void XSession::load() {
  token_.refresh = keys_.refresh_token;
  const auto content = file_.read();
  if (!content) return;  // told when the next token is to be written there
  const json kept = json::parse(*content, nullptr, false);
  if (text_at(kept, "seed") != keys_.refresh_token || text_at(kept, "refresh").empty()) return;
  token_.access = text_at(kept, "access");
  token_.refresh = text_at(kept, "refresh");
  const json& until = part_at(kept, "until");
  if (until.is_number_integer()) token_.until = base::from_millis(until.get<std::int64_t>());
}

base::Result<XAnswer> XSession::read(const std::string& path, const Parameters& parameters, As as) {
  HttpRequest request;
  request.url = server_ + path;
  if (!parameters.empty()) request.url += "?" + query_of(parameters);
  return call(std::move(request), path, as);
}

base::Result<XAnswer> XSession::write(const std::string& method, const std::string& path, const json& input,
                                      As as) {
  HttpRequest request;
  request.method = method;
  request.url = server_ + path;
  if (!input.is_null()) {
    request.headers["content-type"] = "application/json";
    request.body = to_line(input);
  }
  return call(std::move(request), path, as);
}

HttpRequest XSession::stream(const std::string& path, const Parameters& parameters) const {
  HttpRequest request;
  request.url = server_ + path + "?" + query_of(parameters);
  request.headers["authorization"] = "Bearer " + keys_.bearer;
  return request;
}

// A call that came with a token that is over did nothing, so it may be made again.
base::Result<XAnswer> XSession::call(HttpRequest request, const std::string& path, As as) {
  for (bool again = false;; again = true) {
    const auto access = authorize(request, as);
    if (!access) return access.error();
    const auto response = send(request, path);
    if (!response) return response.error();
    if (response->status != 401) return judge(request, *response);
    if (as == As::account && !keys_.signs() && !again) {
      spoil(*access);
      continue;
    }
    if (std::string trouble = clock_trouble(*response); !trouble.empty()) return unavailable(trouble);
    const XAnswer answer{401, parse(response->body)};
    return unavailable(as == As::app
                           ? "X does not accept the bearer token of the credential: " + answer.words()
                           : "X does not let the bot's account in: " + answer.words());
  }
}

// Gives the access token that was used, "" where there is none.
base::Result<std::string> XSession::authorize(HttpRequest& request, As as) {
  if (as == As::app) {
    request.headers["authorization"] = "Bearer " + keys_.bearer;
    return std::string();
  }
  if (keys_.signs()) {
    sign_for_x(request, keys_, clock_.now(), nonce());
    return std::string();
  }
  auto token = account_token();
  if (token) request.headers["authorization"] = "Bearer " + *token;
  return token;
}

base::Result<std::string> XSession::account_token() {
  const std::lock_guard lock(renewing_);
  if (token_.access.empty() || clock_.now() + renew_early >= token_.until) {
    if (auto renewed = renew(); !renewed) return renewed.error();
  }
  return token_.access;
}

// X did not take it: the next call renews, unless somebody did meanwhile.
void XSession::spoil(const std::string& access) {
  const std::lock_guard lock(renewing_);
  if (token_.access == access) token_.access.clear();
}

// A refresh token is good for one use. When the answer to that use is lost, so may be the session: X is asked
// with the old one again, and says so.
base::Status XSession::renew() {
  const std::string path = "/2/oauth2/token";
  HttpRequest request;
  request.method = "POST";
  request.url = server_ + path;
  request.headers["content-type"] = "application/x-www-form-urlencoded";
  Parameters form{{"grant_type", "refresh_token"}, {"refresh_token", token_.refresh}};
  prove_client(request, form, keys_);
  request.body = query_of(form);
  const auto response = send(request, path);
  if (!response) return unavailable(response.error().message);
  const XAnswer answer{response->status, parse(response->body)};
  if (answer.status >= 400 && answer.status < 500) {
    return unavailable("X no longer accepts the bot's refresh token (" + answer.words() +
                       "). Log in again and put the new one into the credential.");
  }
  const json& life = part_at(answer.body, "expires_in");
  const std::chrono::seconds lasts =
      life.is_number_unsigned()
          ? std::chrono::seconds{std::min<std::uint64_t>(life.get<std::uint64_t>(), longest_life.count())}
          : usual_life;
  Token token{text_at(answer.body, "access_token"), text_at(answer.body, "refresh_token"),
              clock_.now() + lasts};
  if (!answer.ok() || token.access.empty()) {
    return unavailable("X answered " + std::to_string(answer.status) + " to the renewal of the session.");
  }
  if (token.refresh.empty()) token.refresh = token_.refresh;  // without offline.access there is no next one
  return keep(token);
}

// In memory even when the disk is full: the old one is used up.
base::Status XSession::keep(const Token& token) {
  token_ = token;
  const auto written = file_.write(to_line({{"seed", keys_.refresh_token},
                                            {"access", token.access},
                                            {"refresh", token.refresh},
                                            {"until", base::to_millis(token.until)}}));
  if (!written) return unavailable(written.error().message);
  return {};
}

base::Result<HttpResponse> XSession::send(const HttpRequest& request, const std::string& path) {
  const base::Instant now = clock_.now();
  const std::string kind = kind_of(request.method, path);
  {
    const std::lock_guard lock(mutex_);
    if (const auto wait = not_before_.find(kind); wait != not_before_.end() && now < wait->second) {
      return unavailable("X asked not to be called before " + base::to_rfc3339(wait->second) + ".");
    }
  }
  auto response = http_.send(request);
  if (!response) {
    const bool doubtful = response.error().kind == ErrorKind::in_doubt && request.method != "GET";
    return Error{doubtful ? ErrorKind::in_doubt : ErrorKind::unavailable, response.error().message};
  }
  if (response->status != 429) return response;
  const base::Instant until = ask_again_at(*response, now, shortest_wait);
  const std::lock_guard lock(mutex_);
  not_before_[kind] = until;
  return unavailable("X has had too many calls and asks to wait until " + base::to_rfc3339(until) + ".");
}

base::Result<XAnswer> XSession::judge(const HttpRequest& request, const HttpResponse& response) const {
  const ErrorKind after = request.method == "GET" ? ErrorKind::unavailable : ErrorKind::in_doubt;
  XAnswer answer{response.status, response.body.empty() ? json() : parse(response.body)};
  if (answer.status == 402) return unavailable("X's credits are used up: " + answer.words());
  const bool about_the_call = answer.ok() || (answer.status >= 400 && answer.status < 500);
  if (!about_the_call) return Error{after, "X answered " + std::to_string(answer.status) + "."};
  if (answer.ok() && answer.body.is_discarded()) return Error{after, "X's answer is no JSON."};
  return answer;
}

std::string XSession::clock_trouble(const HttpResponse& response) const {
  const json body = parse(response.body);
  const json& errors = part_at(body, "errors");
  const bool said = errors.is_array() && !errors.empty() && part_at(errors[0], "code") == json(135);
  base::Duration off{};
  if (const auto date = response.headers.find("date"); date != response.headers.end()) {
    std::tm parts{};
    const char* end = ::strptime(date->second.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (end != nullptr) off = clock_.now() - base::Instant{std::chrono::seconds{::timegm(&parts)}};
  }
  if (!said && std::chrono::abs(off) < clock_tolerance) return "";
  std::string by;
  if (std::chrono::abs(off) >= clock_tolerance) {
    by = " by " +
         std::to_string(std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(off)).count()) +
         (off.count() > 0 ? " min, ahead of X's" : " min, behind X's");
  }
  return "X refuses calls because this machine's clock is wrong" + by +
         ". Switch time synchronisation on: timedatectl set-ntp true.";
}

}  // namespace networks
