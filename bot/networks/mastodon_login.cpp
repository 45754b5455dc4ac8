#include "networks/mastodon_login.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "networks/examination.hpp"
#include "networks/post_json.hpp"
#include "networks/url.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;

namespace {

// The server shows the code on a page instead of sending the browser anywhere.
constexpr const char* shows_the_code = "urn:ietf:wg:oauth:2.0:oob";
// What the adapter asks for, and no more.
constexpr const char* scopes =
    "read:accounts read:statuses read:notifications read:search read:blocks read:mutes write:statuses";

HttpRequest form(const std::string& url, const Parameters& fields) {
  HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.headers["content-type"] = "application/x-www-form-urlencoded";
  request.headers["accept"] = "application/json";
  request.body = query_of(fields);
  return request;
}

json body_of(const HttpResponse& response) {
  return json::parse(response.body, nullptr, false);
}

std::string words_of(const HttpResponse& response) {
  const json body = body_of(response);
  const std::string described = text_at(body, "error_description");
  const std::string words = base::shorten(described.empty() ? text_at(body, "error") : described, 200);
  const std::string code = "HTTP " + std::to_string(response.status);
  return words.empty() ? code : words + " (" + code + ")";
}

Error no_answer(const std::string& server, const Error& error) {
  return {ErrorKind::unavailable, host_of(server) + " cannot be reached: " + error.message};
}

}  // namespace

MastodonLogin::MastodonLogin(std::string server, std::string handle, domain::HttpClient& http)
    : server_(std::move(server)), handle_(std::move(handle)), http_(http) {}

base::Result<std::string> MastodonLogin::begin() {
  const auto response =
      http_.send(form(server_ + "/api/v1/apps",
                      {{"client_name", "Flockmate"}, {"redirect_uris", shows_the_code}, {"scopes", scopes}}));
  if (!response) return no_answer(server_, response.error());
  const json app = body_of(*response);
  app_ = text_at(app, "client_id");
  app_secret_ = text_at(app, "client_secret");
  if (response->status != 200 || app_.empty() || app_secret_.empty()) {
    return Error{ErrorKind::refused, host_of(server_) + " does not take a new program: " +
                                         words_of(*response) + ". Is it a Mastodon server?"};
  }
  return server_ + "/oauth/authorize?" +
         query_of({{"response_type", "code"},
                   {"client_id", app_},
                   {"redirect_uri", shows_the_code},
                   {"scope", scopes}});
}

base::Result<std::string> MastodonLogin::exchange(const std::string& code) {
  const auto response = http_.send(form(server_ + "/oauth/token", {{"grant_type", "authorization_code"},
                                                                   {"code", code},
                                                                   {"client_id", app_},
                                                                   {"client_secret", app_secret_},
                                                                   {"redirect_uri", shows_the_code},
                                                                   {"scope", scopes}}));
  if (!response) return no_answer(server_, response.error());
  const std::string token = text_at(body_of(*response), "access_token");
  if (response->status == 200 && !token.empty()) return token;
  return Error{ErrorKind::refused, host_of(server_) + " does not take the code: " + words_of(*response) +
                                       ". A code works once, and only for a few minutes: run login again."};
}

base::Result<MastodonGrant> MastodonLogin::finish(const std::string& code) {
  const auto token = exchange(code);
  if (!token) return token.error();
  HttpRequest request;
  request.url = server_ + "/api/v1/accounts/verify_credentials";
  request.headers["authorization"] = "Bearer " + *token;
  const auto response = http_.send(request);
  if (!response) return no_answer(server_, response.error());
  const std::string handle = text_at(body_of(*response), "acct");
  if (response->status != 200 || handle.empty()) {
    return Error{ErrorKind::refused,
                 "The token that " + host_of(server_) + " gave does not work: " + words_of(*response) + "."};
  }
  if (is_account(handle_, handle)) return MastodonGrant{*token, handle};
  return Error{ErrorKind::refused, "This is @" + handle + "'s token, and the settings call the bot @" +
                                       handle_ + ". Log in to " + host_of(server_) +
                                       " as the bot, and run login again."};
}

}  // namespace networks
