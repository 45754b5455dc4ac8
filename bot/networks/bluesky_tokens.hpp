// A Bluesky session as it is kept on disk, and how often the bot logged in: logins are few (a server that
// counts 10 a day answers 429 for the rest of it), so every one is written down before it is tried.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "networks/token_file.hpp"

namespace networks {

struct BlueskyTokens {
  std::string did;
  std::string handle;
  std::string server;  // the account's own: https://…
  std::string access;
  std::string refresh;
};

class BlueskyTokenStore {
 public:
  // Tokens of another handle or server than these are not ours: the config was changed.
  BlueskyTokenStore(TokenFile file, std::string handle, std::string server);

  // What is on disk; empty tokens when there is nothing usable.
  base::Result<BlueskyTokens> load();
  base::Status save(const BlueskyTokens& tokens);

  // Notes an attempt to log in. Error (unavailable): it is too early for one.
  base::Status claim_login(base::Instant now);
  void login_worked();
  // The server said not before then.
  void forbid_login_until(base::Instant instant);

 private:
  base::Status write();

  const TokenFile file_;
  const std::string handle_;
  const std::string server_;
  BlueskyTokens tokens_;
  std::vector<base::Instant> logins_;  // of the last day
  int failed_in_a_row_ = 0;
  base::Instant not_before_{};
};

}  // namespace networks
