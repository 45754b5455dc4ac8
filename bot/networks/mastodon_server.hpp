// One Mastodon server's REST interface, as far as the bot uses it. Thread-safe. Keeps to the server's rate
// limits: after a 429 nothing is asked until the server wants to be asked again.
#pragma once

#include <array>
#include <atomic>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "domain/http_client.hpp"
#include "networks/url.hpp"

namespace networks {

class MastodonServer {
 public:
  // `token` may be "". All references outlive it.
  MastodonServer(std::string address, std::string token, domain::HttpClient& http, const base::Clock& clock);

  const std::string& address() const { return address_; }  // "https://social.example"
  const std::string& token() const { return token_; }
  domain::Headers headers() const;  // of every request: the token

  // Errors of all three: invalid, unavailable (not done; try later), not_found, refused (the message holds
  // the server's own words), in_doubt (writing only).
  base::Result<nlohmann::json> get(const std::string& path, const Parameters& parameters = {});
  base::Result<nlohmann::json> post(const std::string& path, const nlohmann::json& body,
                                    const std::string& key);
  base::Status remove(const std::string& path);
  // All of a list that is given in pages, each of which tells where the next one is; at most 50 pages.
  base::Result<nlohmann::json> get_all(const std::string& path);

  // What the server last said to the token.
  bool refuses_token() const { return refuses_token_; }
  // How long a post may be; as long as nothing else is known, 500.
  int longest_post() const { return longest_post_; }
  void set_longest_post(int characters) { longest_post_ = characters; }

 private:
  enum Family { reading, writing, removing };  // limited apart from one another
  base::Result<domain::HttpResponse> ask(Family family, domain::HttpRequest request);
  base::Result<nlohmann::json> read(Family family, const base::Result<domain::HttpResponse>& response);
  base::Error error_of(Family family, const domain::HttpResponse& response);
  std::string name() const;

  const std::string address_;
  const std::string token_;
  domain::HttpClient& http_;
  const base::Clock& clock_;
  std::atomic<bool> refuses_token_{false};
  std::atomic<int> longest_post_{500};
  std::mutex mutex_;
  std::array<base::Instant, 3> not_before_{};
};

}  // namespace networks
