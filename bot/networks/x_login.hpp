// A refresh token for the bot's account on X (OAuth 2.0 with PKCE): a person who is logged in as the bot
// allows the app, X sends the browser to an address that leads nowhere, and the person pastes that address.
#pragma once

#include <string>

#include "domain/http_client.hpp"
#include "networks/x_keys.hpp"

namespace networks {

struct XGrant {
  std::string refresh_token;
  std::string handle;  // whose it is, without @
};

class XLogin {
 public:
  // The app's callback, to be entered in X's developer portal.
  static constexpr const char* callback = "https://localhost/flockmate";

  // `server`: "https://api.x.com"; `keys`: client_id, and client_secret of a confidential client; `handle`:
  // whose it has to be, or "". `http` outlives it.
  XLogin(std::string server, XKeys keys, std::string handle, domain::HttpClient& http);

  // The address that the person opens.
  std::string address() const;
  // `pasted`: the address that the browser was sent to, or the code in it. Errors: sentences for that person.
  base::Result<XGrant> finish(const std::string& pasted);

 private:
  base::Result<std::string> code_in(const std::string& pasted) const;
  base::Result<std::string> owner(const std::string& access);

  const std::string server_;
  const XKeys keys_;
  const std::string handle_;
  domain::HttpClient& http_;
  const std::string verifier_;  // only we know it; its hash is in the address
  const std::string state_;
};

}  // namespace networks
