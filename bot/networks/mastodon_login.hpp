// A token for the bot's account on Mastodon, the server's own way: the program is made known to the server, a
// person who is logged in as the bot allows it there and gets a code, and the code is exchanged.
#pragma once

#include <string>

#include "domain/http_client.hpp"

namespace networks {

struct MastodonGrant {
  std::string token;
  std::string handle;  // whose it is, without @
};

class MastodonLogin {
 public:
  // `server`: "https://social.example"; `handle`: whose token it has to be, or "". `http` outlives it.
  MastodonLogin(std::string server, std::string handle, domain::HttpClient& http);

  // Makes the program known; gives the address that the person opens. Errors: sentences for that person.
  base::Result<std::string> begin();
  // After begin(): the code for a token that was tried out. Errors as above; nothing is kept then.
  base::Result<MastodonGrant> finish(const std::string& code);

 private:
  base::Result<std::string> exchange(const std::string& code);

  const std::string server_;
  const std::string handle_;
  domain::HttpClient& http_;
  std::string app_;
  std::string app_secret_;
};

}  // namespace networks
