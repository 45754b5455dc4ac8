// Direct messages on Mastodon: a post that mentions one person and is visible to nobody else.
#pragma once

#include "domain/messenger.hpp"
#include "networks/mastodon_server.hpp"

namespace networks {

class MastodonMessenger final : public domain::Messenger {
 public:
  // `address` and `token` of the bot's own server; both references outlive it.
  MastodonMessenger(std::string address, std::string token, domain::HttpClient& http,
                    const base::Clock& clock)
      : server_(std::move(address), std::move(token), http, clock) {}

  std::size_t longest() const override { return 400; }  // of 500, for every server's mention has room
  base::Status tell(const std::string& handle, const std::string& text, const std::string& key) override;
  base::Status examine(const std::string& handle) override;

 private:
  struct Person {
    std::string id;
    std::string handle;  // as the server writes it
  };
  base::Result<Person> find(const std::string& handle);

  MastodonServer server_;
};

}  // namespace networks
