// Every call to X: as the app (reading) or as the bot's account (speaking). Refresh tokens are used by one
// caller while the others wait, and the next one is on disk before it is used. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "domain/http_client.hpp"
#include "networks/token_file.hpp"
#include "networks/url.hpp"
#include "networks/x_keys.hpp"

namespace networks {

// What X said: 2xx, or a 4xx about this one call.
struct XAnswer {
  int status = 0;
  nlohmann::json body;
  bool ok() const { return status >= 200 && status < 300; }
  std::string words() const;  // why not, in X's words
};

class XSession {
 public:
  enum class As { app, account };
  // Both references outlive the session.
  XSession(domain::HttpClient& http, const base::Clock& clock, std::string server, XKeys keys,
           TokenFile tokens);

  // Errors: unavailable (nothing came of it: no connection, too many calls, no right, a broken answer);
  // in_doubt (`write` only: it may have been done).
  base::Result<XAnswer> read(const std::string& path, const Parameters& parameters, As as = As::app);
  base::Result<XAnswer> write(const std::string& method, const std::string& path, const nlohmann::json& input,
                              As as = As::account);
  // A request for the stream, ready to be sent.
  domain::HttpRequest stream(const std::string& path, const Parameters& parameters) const;

  // A sentence when this machine's clock is more than a minute off X's, by what X says the time is; else "".
  std::string clock_trouble(const domain::HttpResponse& response) const;

 private:
  struct Token {
    std::string access;
    std::string refresh;
    base::Instant until{};
  };
  base::Result<XAnswer> call(domain::HttpRequest request, const std::string& path, As as);
  base::Result<domain::HttpResponse> send(const domain::HttpRequest& request, const std::string& path);
  base::Result<XAnswer> judge(const domain::HttpRequest& request, const domain::HttpResponse& response) const;
  base::Result<std::string> authorize(domain::HttpRequest& request, As as);
  base::Result<std::string> account_token();
  void spoil(const std::string& access);
  base::Status renew();
  base::Status keep(const Token& token);
  void load();

  domain::HttpClient& http_;
  const base::Clock& clock_;
  const std::string server_;
  const XKeys keys_;
  const TokenFile file_;
  std::mutex renewing_;  // guards token_; held while it is renewed
  Token token_;
  std::mutex mutex_;
  std::map<std::string, base::Instant> not_before_;  // by kind of call: when X said to come back
};

}  // namespace networks
