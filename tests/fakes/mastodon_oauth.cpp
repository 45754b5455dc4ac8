#include "tests/fakes/mastodon_parts.hpp"
#include "tests/fakes/mastodon_wishes.hpp"

// What a token may do, and how one is got: an app is registered, a person allows it, the code is exchanged.
namespace fakes {

using nlohmann::json;

namespace {

// "" where none is asked for.
std::string scope_for(const WebRequest& request) {
  const std::string& path = request.path;
  if (request.method != "GET") return path.starts_with("/api/v1/statuses") ? "write:statuses" : "";
  if (path.starts_with("/api/v1/statuses") || path.starts_with("/api/v1/timelines")) return "read:statuses";
  if (path.starts_with("/api/v1/accounts")) return "read:accounts";
  if (path == "/api/v1/notifications") return "read:notifications";
  if (path == "/api/v1/blocks") return "read:blocks";
  if (path == "/api/v1/mutes") return "read:mutes";
  return path == "/api/v2/search" ? "read:search" : "";
}

constexpr const char* out_of_band = "urn:ietf:wg:oauth:2.0:oob";

}  // namespace

bool MastodonServer::Parts::may(const WebRequest& request) const {
  const std::string scope = scope_for(request);
  if (scope.empty() || request.header("authorization").empty()) return true;
  return options.scopes.contains(scope) || options.scopes.contains(scope.substr(0, scope.find(':')));
}

std::pair<int, json> MastodonServer::Parts::give_token(const WebRequest& request) {
  const json wish = wish_of(request);
  if (request.path == "/oauth/revoke") return {200, json::object()};
  if (request.path == "/api/v1/apps") {
    if (wish.value("redirect_uris", "") != out_of_band)
      return {422, {{"error", "Validation failed: Redirect URI must be an absolute URI."}}};
    return {200,
            {{"id", "7"},
             {"name", wish.value("client_name", "")},
             {"website", nullptr},
             {"scopes", json::array({"read", "write:statuses"})},
             {"redirect_uri", out_of_band},
             {"redirect_uris", {out_of_band}},
             {"vapid_key", "a-key"},
             {"client_id", "an-app"},
             {"client_secret", "an-app-secret"},
             {"client_secret_expires_at", 0}}};
  }
  const bool ours =
      wish.value("client_id", "") == "an-app" && wish.value("client_secret", "") == "an-app-secret";
  if (!ours || wish.value("code", "") != "good-code") {
    return {400,
            {{"error", "invalid_grant"},
             {"error_description",
              "The provided authorization grant is invalid, expired, revoked, does not match "
              "the redirection URI used in the authorization request, or was issued to another "
              "client."}}};
  }
  return {200,
          {{"access_token", "bot-token"},
           {"token_type", "Bearer"},
           {"scope", wish.value("scope", "read")},
           {"created_at", 1772560800}}};
}

}  // namespace fakes
