// The bot's session with its Bluesky server: who it is, what proves it, and every call that needs it. Tokens
// that expire are renewed on the way, by one caller while the others wait. Thread-safe.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "domain/http_client.hpp"
#include "networks/bluesky_tokens.hpp"
#include "networks/url.hpp"

namespace networks {

struct BlueskyAccount {
  std::string server = "https://bsky.social";  // where to log in; the account's own server is told there
  std::string handle;                          // without @
  std::string app_password;                    // xxxx-xxxx-xxxx-xxxx, never the account's own
};

// What the server said: 2xx, or a 4xx about this one call, named in `error` ("InvalidSwap").
struct XrpcAnswer {
  int status = 0;
  std::string error;
  std::string message;
  nlohmann::json body;
  bool ok() const { return status >= 200 && status < 300; }
};
// The app password is good, and was not made for this.
bool may_not(const XrpcAnswer& answer);

class BlueskySession {
 public:
  // Both outlive the session.
  BlueskySession(domain::HttpClient& http, const base::Clock& clock, TokenFile tokens,
                 BlueskyAccount account);

  // Errors: unavailable (nothing came of it: no connection, no session, too many calls, a broken answer);
  // in_doubt (`write` only: it may have been done).
  base::Result<XrpcAnswer> read(const std::string& method, const Parameters& parameters,
                                const domain::Headers& headers = {});
  base::Result<XrpcAnswer> write(const std::string& method, const nlohmann::json& input,
                                 const domain::Headers& headers = {});

  // Makes sure that there is a session. Errors: refused (the handle or the password is wrong), unavailable.
  base::Status open();
  std::string did() const;  // "" before the first session
  std::string handle() const;

 private:
  using Build = std::function<domain::HttpRequest(const BlueskyTokens&)>;
  base::Result<XrpcAnswer> call(const std::string& method, const Build& build);
  base::Result<XrpcAnswer> send(const std::string& method, const domain::HttpRequest& request);
  base::Status renew(const std::string& expired);
  base::Status refresh(const BlueskyTokens& old);
  base::Status log_in();
  base::Status keep(const XrpcAnswer& answer, const std::string& server);
  std::string own_server(const nlohmann::json& answer, const std::string& fallback) const;
  BlueskyTokens current() const;
  void set_current(BlueskyTokens tokens);

  domain::HttpClient& http_;
  const base::Clock& clock_;
  const BlueskyAccount account_;
  BlueskyTokenStore store_;
  mutable std::mutex mutex_;  // what follows
  BlueskyTokens tokens_;
  std::map<std::string, base::Instant> not_before_;  // by method: when the server said to come back
  std::mutex renewing_;                              // held while a session is opened or renewed
};

}  // namespace networks
