// What the bot says on X. X takes no key for a post; it refuses the same text twice, and what is in doubt is
// looked for on the bot's own timeline. Thread-safe.
#pragma once

#include <mutex>

#include "domain/network.hpp"
#include "networks/x_memory.hpp"
#include "networks/x_own_posts.hpp"
#include "networks/x_session.hpp"
#include "networks/x_spend.hpp"

namespace networks {

class XWriter {
 public:
  XWriter(XSession& session, XReader& reader, XMemory& memory, XSpend& spend, const base::Clock& clock)
      : session_(session), own_posts_(reader), memory_(memory), spend_(spend), clock_(clock) {}

  // As domain::Network says.
  base::Result<domain::Published> publish(const domain::Utterance& utterance);
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance);
  base::Status withdraw(const std::string& id);

 private:
  base::Result<XAnswer> send(const domain::Utterance& utterance);
  base::Result<domain::Published> published(const domain::Utterance& utterance, const XAnswer& answer);
  base::Error refused_as_duplicate(const domain::Utterance& utterance);

  XSession& session_;
  XOwnPosts own_posts_;
  XMemory& memory_;
  XSpend& spend_;
  const base::Clock& clock_;
  std::mutex mutex_;
  BoundedMap<int> duplicates_{1000};  // by key: how often X said that it has the text
};

}  // namespace networks
