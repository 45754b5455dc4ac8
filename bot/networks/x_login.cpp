#include "networks/x_login.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "networks/examination.hpp"
#include "networks/post_json.hpp"
#include "networks/url.hpp"
#include "networks/x_session.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using nlohmann::json;

namespace {

constexpr const char* authorize_at = "https://x.com/i/oauth2/authorize";
constexpr const char* scopes = "tweet.read tweet.write users.read offline.access";

// base64 for addresses, without padding.
std::string base64url(const unsigned char* bytes, std::size_t count) {
  std::string text(4 * ((count + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, static_cast<int>(count));
  text.resize(static_cast<std::size_t>(size));
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  text.erase(std::find(text.begin(), text.end(), '='), text.end());
  return text;
}

std::string secret() {
  std::array<unsigned char, 32> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  return base64url(bytes.data(), bytes.size());
}

std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(verifier.data(), verifier.size(), digest.data(), &size, EVP_sha256(), nullptr);
  return base64url(digest.data(), size);
}

// A value of the address's query; codes and states need no decoding.
std::string field_of(const std::string& address, const std::string& name) {
  const std::size_t mark = address.find('?');
  if (mark == std::string::npos) return "";
  for (const std::string& one : base::split(address.substr(mark + 1), '&')) {
    if (one.starts_with(name + "=")) return one.substr(name.size() + 1);
  }
  return "";
}

Error not_reached(const Error& error) {
  return {ErrorKind::unavailable, "X cannot be reached: " + error.message};
}

}  // namespace

XLogin::XLogin(std::string server, XKeys keys, std::string handle, domain::HttpClient& http)
    : server_(std::move(server)),
      keys_(std::move(keys)),
      handle_(std::move(handle)),
      http_(http),
      verifier_(secret()),
      state_(secret()) {}

std::string XLogin::address() const {
  return std::string(authorize_at) + "?" +
         query_of({{"response_type", "code"},
                   {"client_id", keys_.client_id},
                   {"redirect_uri", callback},
                   {"scope", scopes},
                   {"state", state_},
                   {"code_challenge", challenge_of(verifier_)},
                   {"code_challenge_method", "S256"}});
}

base::Result<std::string> XLogin::code_in(const std::string& pasted) const {
  if (pasted.find("://") == std::string::npos) return pasted;
  const std::string code = field_of(pasted, "code");
  if (code.empty()) {
    return Error{ErrorKind::invalid,
                 "That address holds no code" +
                     (field_of(pasted, "error").empty() ? "" : ": X says " + field_of(pasted, "error")) +
                     ". Run login again, and allow the app."};
  }
  if (field_of(pasted, "state") == state_) return code;
  return Error{ErrorKind::invalid,
               "That address belongs to another login. Run login again, and paste the newest one."};
}

base::Result<std::string> XLogin::owner(const std::string& access) {
  HttpRequest request;
  request.url = server_ + "/2/users/me";
  request.headers["authorization"] = "Bearer " + access;
  const auto response = http_.send(request);
  if (!response) return not_reached(response.error());
  const XAnswer answer{response->status, json::parse(response->body, nullptr, false)};
  const std::string handle = text_at(part_at(answer.body, "data"), "username");
  if (answer.ok() && !handle.empty()) return handle;
  return Error{ErrorKind::refused,
               "The token that X gave does not work: " + without_stop(answer.words()) + "."};
}

base::Result<XGrant> XLogin::finish(const std::string& pasted) {
  const auto code = code_in(pasted);
  if (!code) return code.error();
  HttpRequest request;
  request.method = "POST";
  request.url = server_ + "/2/oauth2/token";
  request.headers["content-type"] = "application/x-www-form-urlencoded";
  Parameters form{{"grant_type", "authorization_code"},
                  {"code", *code},
                  {"redirect_uri", callback},
                  {"code_verifier", verifier_}};
  prove_client(request, form, keys_);
  request.body = query_of(form);
  const auto response = http_.send(request);
  if (!response) return not_reached(response.error());
  const XAnswer answer{response->status, json::parse(response->body, nullptr, false)};
  const XGrant grant{text_at(answer.body, "refresh_token"), ""};
  if (!answer.ok() || grant.refresh_token.empty()) {
    return Error{ErrorKind::refused, "X does not take the code: " + without_stop(answer.words()) +
                                         ". A code works once, and only for half a minute: run login again."};
  }
  const auto handle = owner(text_at(answer.body, "access_token"));
  if (!handle) return handle.error();
  if (is_account(handle_, *handle)) return XGrant{grant.refresh_token, *handle};
  return Error{ErrorKind::refused, "This is @" + *handle + "'s token, and the settings call the bot @" +
                                       handle_ + ". Log in to X as the bot, and run login again."};
}

}  // namespace networks
