// Listens on Bluesky by asking: what is new under the hashtags and what is addressed to the bot, every few
// seconds; all of the last day again, every quarter of an hour, for what the search had late; and in turn
// whether the posts heard still stand as they were, because of deletions and edits nobody is told.
#pragma once

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/network.hpp"
#include "networks/backoff.hpp"
#include "networks/bluesky_memory.hpp"
#include "networks/bluesky_reader.hpp"
#include "networks/hearing.hpp"

namespace networks {

class BlueskyListener {
 public:
  struct Options {
    base::Duration poll = std::chrono::seconds{10};
    base::Duration reconcile = std::chrono::minutes{15};
    std::function<std::vector<std::string>()> hashtags;  // asked before each turn: a reload may change them
    std::function<void(const std::string&)> tell;        // what went wrong, for the log
    Jitter jitter;
  };
  // What they refer to outlives the listener.
  BlueskyListener(BlueskyReader& reader, BlueskyMemory& memory, const base::Clock& clock, Options options);
  ~BlueskyListener();
  BlueskyListener(const BlueskyListener&) = delete;
  BlueskyListener& operator=(const BlueskyListener&) = delete;

  // How the bot tells the network what it is: tried first, and once an hour until it succeeds. Listening does
  // not wait for it.
  using Introduction = std::function<base::Status()>;
  void start(const std::string& cursor, domain::EventSink sink, Introduction introduce);
  void stop();
  const Hearing& hearing() const { return hearing_; }

 private:
  using Sightings = std::map<std::string, Sighting>;  // by address: heard under two hashtags is heard once
  struct Turn {
    std::stop_token stop;
    const domain::EventSink& sink;
  };
  void run(const Turn& turn, const Introduction& introduce);
  void tell(const base::Error& trouble) const;
  // These give false when the sink has enough.
  base::Result<bool> look(const Turn& turn);
  base::Result<bool> check_known(const Turn& turn);
  bool pass_on(const Turn& turn, const Sightings& sightings);
  bool deliver(const Turn& turn, Sighting seen);
  base::Result<bool> follow_missing(const Turn& turn, const std::string& uri);
  base::Result<Sightings> gather(base::Instant since);
  base::Result<std::vector<Sighting>> answered_by(const std::vector<Sighting>& addressed);
  base::Instant since(base::Instant now);
  void save(base::Instant now);

  BlueskyReader& reader_;
  BlueskyMemory& memory_;
  const base::Clock& clock_;
  const Options options_;
  base::Instant mark_{};  // what the network had by then has been heard
  base::Instant reconciled_{};
  base::Instant saved_{};
  base::Instant newest_notice_{};
  base::Instant seen_notice_{};  // the network was told of it
  std::string checked_;          // how far the round through the known posts is
  Hearing hearing_;
  std::jthread thread_;
};

}  // namespace networks
