#include "networks/mastodon_server.hpp"

#include <nlohmann/json.hpp>

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

constexpr std::chrono::seconds shortest_pause{5};

// What the server gives as the reason, without whatever else it may hold.
std::string words_of(const HttpResponse& response) {
  const json body = json::parse(response.body, nullptr, false);
  const std::string words = text_at(body, "error");
  if (words.empty()) return "HTTP " + std::to_string(response.status);
  return base::shorten(words, 200) + " (HTTP " + std::to_string(response.status) + ")";
}

// Where the page after this one is, as the Link header has it: `<https://…>; rel="next", <https://…>;
// rel="prev"`.
std::string next_page(const HttpResponse& response) {
  const auto link = response.headers.find("link");
  if (link == response.headers.end()) return "";
  for (const std::string& one : base::split(link->second, ',')) {
    const std::size_t begin = one.find('<');
    const std::size_t end = one.find('>');
    if (begin == std::string::npos || end == std::string::npos || end < begin) continue;
    if (one.find("rel=\"next\"", end) != std::string::npos) return one.substr(begin + 1, end - begin - 1);
  }
  return "";
}

constexpr int most_pages = 50;

}  // namespace

MastodonServer::MastodonServer(std::string address, std::string token, domain::HttpClient& http,
                               const base::Clock& clock)
    : address_(std::move(address)), token_(std::move(token)), http_(http), clock_(clock) {}

domain::Headers MastodonServer::headers() const {
  domain::Headers headers;
  if (!token_.empty()) headers["authorization"] = "Bearer " + token_;
  return headers;
}

std::string MastodonServer::name() const {
  const std::size_t start = address_.find("://");
  return start == std::string::npos ? address_ : address_.substr(start + 3);
}

base::Result<HttpResponse> MastodonServer::ask(Family family, HttpRequest request) {
  {
    const std::lock_guard lock(mutex_);
    if (clock_.now() < not_before_.at(family))
      return Error{ErrorKind::unavailable, name() + " wants to be asked less often; the bot waits."};
  }
  request.headers.merge(headers());
  request.headers["accept"] = "application/json";
  return http_.send(request);
}

base::Result<json> MastodonServer::get(const std::string& path, const Parameters& parameters) {
  HttpRequest request;
  request.url = address_ + path + (parameters.empty() ? "" : "?" + query_of(parameters));
  return read(reading, ask(reading, std::move(request)));
}

// The places in such lists are no ids that could be counted on: only the header knows them. It may name no
// other server: the token goes along.
base::Result<json> MastodonServer::get_all(const std::string& path) {
  json all = json::array();
  std::string url = address_ + path + "?" + query_of({{"limit", "80"}});
  for (int pages = 0; pages < most_pages && url.starts_with(address_ + path + "?"); ++pages) {
    HttpRequest request;
    request.url = url;
    const auto response = ask(reading, std::move(request));
    const auto page = read(reading, response);
    if (!page) return page.error();
    for (const json& one : *page) all.push_back(one);
    url = next_page(*response);
  }
  return all;
}

base::Result<json> MastodonServer::post(const std::string& path, const json& body, const std::string& key) {
  HttpRequest request;
  request.method = "POST";
  request.url = address_ + path;
  request.headers["content-type"] = "application/json";
  if (!key.empty()) request.headers["idempotency-key"] = key;
  request.body = to_line(body);
  return read(writing, ask(writing, std::move(request)));
}

base::Status MastodonServer::remove(const std::string& path) {
  HttpRequest request;
  request.method = "DELETE";
  request.url = address_ + path;
  const auto done = read(removing, ask(removing, std::move(request)));
  return done ? base::Status{} : base::Status(done.error());
}

base::Result<json> MastodonServer::read(Family family, const base::Result<HttpResponse>& response) {
  if (!response) return response.error();
  refuses_token_ = response->status == 401;
  if (response->status != 200) return error_of(family, *response);
  json body = json::parse(response->body, nullptr, false);
  if (!body.is_discarded()) return body;
  const ErrorKind kind = family == writing ? ErrorKind::in_doubt : ErrorKind::unavailable;
  return Error{kind, name() + " answered with something that is no JSON."};
}

Error MastodonServer::error_of(Family family, const HttpResponse& response) {
  const std::string said = name() + " says: " + words_of(response);
  const int status = response.status;
  if (status == 429) {
    const std::lock_guard lock(mutex_);
    not_before_.at(family) = ask_again_at(response, clock_.now(), shortest_pause);
    return {ErrorKind::unavailable, said};
  }
  if (status == 401) {
    return {ErrorKind::unavailable, "The bot's token is not accepted (any more). " + said};
  }
  if (status == 404 || status == 410) return {ErrorKind::not_found, said};
  // 500, 502, 504: it may have been posted all the same. 503: another attempt with this key is at it.
  if (status >= 500 || status == 408) {
    return {family == writing ? ErrorKind::in_doubt : ErrorKind::unavailable, said};
  }
  return {ErrorKind::refused, said};
}

}  // namespace networks
