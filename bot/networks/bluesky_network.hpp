// Bluesky. Listens by polling, speaks by records whose place is chosen beforehand.
#pragma once

#include <filesystem>
#include <memory>

#include "domain/network.hpp"
#include "networks/bluesky_listener.hpp"
#include "networks/bluesky_messenger.hpp"
#include "networks/bluesky_writer.hpp"

namespace networks {

struct BlueskyOptions {
  BlueskyAccount account;
  std::filesystem::path state;  // tokens/bluesky.json and bluesky.json go there
  BlueskyListener::Options listening;
};

class BlueskyNetwork final : public domain::Network {
 public:
  // Asks the network nothing yet. `http` and `clock` outlive it.
  BlueskyNetwork(domain::HttpClient& http, const base::Clock& clock, const BlueskyOptions& options);
  ~BlueskyNetwork() override;

  domain::NetworkKind kind() const override { return domain::NetworkKind::bluesky; }
  domain::Author self() const override;  // without an id until the first session
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override;
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;
  std::optional<base::Instant> away_since() const override { return listener_.hearing().away_since(); }
  domain::Messenger& messenger() { return messenger_; }

 private:
  BlueskySession session_;
  BlueskyReader reader_;
  BlueskyMemory memory_;
  BlueskyWriter writer_;
  BlueskyListener listener_;
  BlueskyMessenger messenger_;
};

}  // namespace networks
