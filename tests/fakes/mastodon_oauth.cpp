#include "tests/fakes/mastodon_parts.hpp"

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

// Of an HTML form.
std::string form_field(const std::string& body, const std::string& name) {
  const std::size_t at = ("&" + body).find("&" + name + "=");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 1;
  return body.substr(begin, body.find('&', begin) - begin);
}

}  // namespace

bool MastodonServer::Parts::may(const WebRequest& request) const {
  const std::string scope = scope_for(request);
  if (scope.empty() || request.header("authorization").empty()) return true;
  return options.scopes.contains(scope) || options.scopes.contains(scope.substr(0, scope.find(':')));
}

std::pair<int, json> MastodonServer::Parts::give_token(const WebRequest& request) {
  if (request.path == "/api/v1/apps") {
    if (form_field(request.body, "redirect_uris") != "urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob")
      return {422, {{"error", "Validation failed: Redirect URI must be an absolute URI."}}};
    return {
        200,
        {{"id", "7"}, {"name", "Flockmate"}, {"client_id", "an-app"}, {"client_secret", "an-app-secret"}}};
  }
  const bool ours = form_field(request.body, "client_id") == "an-app" &&
                    form_field(request.body, "client_secret") == "an-app-secret";
  if (!ours || form_field(request.body, "code") != "good-code") {
    return {400,
            {{"error", "invalid_grant"},
             {"error_description",
              "The provided authorization grant is invalid, expired, revoked, does not match "
              "the redirection URI used in the authorization request, or was issued to another "
              "client."}}};
  }
  return {200,
          {{"access_token", "bot-token"}, {"token_type", "Bearer"}, {"scope", "read"}, {"created_at", 1}}};
}

}  // namespace fakes
