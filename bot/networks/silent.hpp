// A network that nobody is on: it says nothing and remembers what would have been said. For replay, `test`
// and dry runs.
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "domain/network.hpp"

namespace networks {

class SilentNetwork final : public domain::Network {
 public:
  // Whose place it takes; `handle` is the bot's there, without @.
  SilentNetwork(domain::NetworkKind kind, const std::string& handle);
  SilentNetwork(domain::NetworkKind kind, domain::Author self) : kind_(kind), self_(std::move(self)) {}

  // What would have been said since the last call, in order.
  std::vector<domain::Utterance> take_said();

  domain::NetworkKind kind() const override { return kind_; }
  domain::Author self() const override { return self_; }
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override {}
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  // There is no more to a conversation than whoever plays it knows.
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;

 private:
  const domain::NetworkKind kind_;
  domain::Author self_;
  std::mutex mutex_;
  std::vector<domain::Utterance> said_;
};

}  // namespace networks
