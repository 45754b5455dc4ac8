// What the bot says on Bluesky. The place of every record is chosen from the utterance's key before it is
// sent, and it is only ever created there: however often it is tried, it is said once. Thread-safe.
#pragma once

#include "domain/network.hpp"
#include "networks/bluesky_reader.hpp"

namespace networks {

class BlueskyWriter {
 public:
  BlueskyWriter(BlueskySession& session, BlueskyReader& reader, const base::Clock& clock)
      : session_(session), reader_(reader), clock_(clock) {}

  // As domain::Network says.
  base::Result<domain::Published> publish(const domain::Utterance& utterance);
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance);
  base::Status withdraw(const std::string& id);

  // Bluesky asks bots to say so themselves: the label `bot` on the bot's own profile, of which the rest stays
  // as it is.
  base::Status label_self();

 private:
  base::Result<nlohmann::json> record_of(const domain::Utterance& utterance);
  base::Result<Sighting> answered_post(const domain::Post& post);
  base::Result<domain::Published> put(const std::string& collection, const std::string& key,
                                      const nlohmann::json& record);
  domain::Published published(const std::string& collection, const std::string& key) const;
  base::Result<std::optional<nlohmann::json>> own_record(const std::string& collection,
                                                         const std::string& key);

  BlueskySession& session_;
  BlueskyReader& reader_;
  const base::Clock& clock_;
};

}  // namespace networks
