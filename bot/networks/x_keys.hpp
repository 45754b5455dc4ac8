// What the bot proves itself with on X: the app's bearer token to listen, the account's keys to speak.
#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/http_client.hpp"
#include "networks/url.hpp"

namespace networks {

struct XKeys {
  std::string bearer;
  // OAuth 2.0: a refresh token, of which every use gives the next one.
  std::string client_id;
  std::string client_secret;  // "" for a public client
  std::string refresh_token;
  // Or OAuth 1.0a: four keys that stay as they are.
  std::string api_key;
  std::string api_secret;
  std::string access_token;
  std::string access_secret;

  bool signs() const { return !api_key.empty(); }
};

// Lines of "name: value"; lines that begin with # are comments. Error (invalid): what is missing, never what
// is there.
base::Result<XKeys> read_x_keys(const std::string& text);
// The same, complete or not.
base::Result<XKeys> read_some_x_keys(const std::string& text);
// As read_x_keys reads them.
std::string text_of(const XKeys& keys);

// Puts the OAuth 1.0a signature (HMAC-SHA1) of a request without a form body into its headers. `nonce` is
// never the same twice.
void sign_for_x(domain::HttpRequest& request, const XKeys& keys, base::Instant now, const std::string& nonce);

// Which app asks for a token, in the request or in its form: a confidential client proves it.
void prove_client(domain::HttpRequest& request, Parameters& form, const XKeys& keys);

}  // namespace networks
