// Listens on Bluesky by asking: what is new under the hashtags and what is addressed to the bot, every few
// seconds; all of the last day again, every quarter of an hour, for what the search had late; and in turn
// whether the posts heard still stand as they were, because of deletions and edits nobody is told. Where a
// Jetstream is followed, it tells of new posts, edits and deletions at once, and the hashtags are searched
// only after each of its connections, while none stands, and for the last day.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/network.hpp"
#include "networks/backoff.hpp"
#include "networks/bluesky_memory.hpp"
#include "networks/bluesky_reader.hpp"
#include "networks/bounded_map.hpp"
#include "networks/hearing.hpp"
#include "networks/jetstream.hpp"

namespace networks {

class BlueskyListener {
 public:
  struct Options {
    base::Duration poll = std::chrono::seconds{10};
    base::Duration reconcile = std::chrono::minutes{15};
    std::function<std::vector<std::string>()> hashtags;  // asked before each turn: a reload may change them
    std::function<void(const std::string&)> tell;        // what went wrong, for the log
    Jitter jitter;
    Jetstream::Options jetstream;  // without servers: none is followed
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
  base::Result<bool> look_for_expected(const Turn& turn);
  base::Result<bool> check_known(const Turn& turn);
  bool pass_on(const Turn& turn, const Sightings& sightings);
  bool deliver(const Turn& turn, Sighting seen);
  base::Result<bool> follow_missing(const Turn& turn, const std::string& uri);
  base::Result<Sightings> gather(base::Instant since, bool search);
  base::Result<std::vector<Sighting>> answered_by(const std::vector<Sighting>& addressed);
  void save(base::Instant now);
  void learn_hashtags();

  // What the stream tells. These two are asked on its thread.
  bool is_wanted(const JetstreamEvent& event);
  bool concerns_us(const domain::Post& post);
  bool is_addressed(const domain::Post& post) const;
  bool wait(const Turn& turn, base::Duration time);
  base::Result<bool> take(const Turn& turn, std::vector<JetstreamEvent> events);
  base::Result<bool> hear(const Turn& turn, std::vector<Sighting> fresh);
  bool is_news(const JetstreamEvent& event);
  void expect(const Sighting& seen);
  bool tell_deleted(const Turn& turn, const std::string& uri);

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

  Jetstream stream_;
  std::uint64_t searched_ = 0;  // the connection of the stream before which the hashtags were searched
  bool gap_ = false;            // something may be missing that the stream told, or will not tell
  // A version that the stream told of and that has to be looked at: until the network shows it.
  struct Expected {
    std::string cid;
    std::optional<base::Instant> asked;  // for the first time
  };
  std::map<std::string, Expected> expected_;  // by address
  BoundedMap<std::string> revs_;              // by address: what was heard of it last
  BoundedMap<bool> told_;                     // of the stream's thread: which posts it was to tell of
  std::mutex hashtags_mutex_;
  std::set<std::string> hashtags_;  // folded
  std::jthread thread_;             // last: it ends before what it uses
};

}  // namespace networks
