// Direct messages on Bluesky: its chat, which the account's own server passes on. An app password takes part
// in it only when it was made for that.
#pragma once

#include "domain/messenger.hpp"
#include "networks/bluesky_session.hpp"

namespace networks {

class BlueskyMessenger final : public domain::Messenger {
 public:
  // The session outlives it.
  explicit BlueskyMessenger(BlueskySession& session) : session_(session) {}

  std::size_t longest() const override { return 900; }  // of 1000 letters
  base::Status tell(const std::string& handle, const std::string& text, const std::string& key) override;
  base::Status examine(const std::string& handle) override;

 private:
  base::Result<std::string> account_of(const std::string& handle);
  static base::Error why_not(const XrpcAnswer& answer);

  BlueskySession& session_;
};

}  // namespace networks
