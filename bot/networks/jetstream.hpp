// Follows a Jetstream from a thread of its own: connects, goes on after each break where it was, and keeps
// what is wanted until somebody takes it. Delivered at least once, possibly out of order; what happened while
// no connection stood may be missing, so each new connection is a reason to look elsewhere, too.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "networks/backoff.hpp"
#include "networks/jetstream_frame.hpp"
#include "networks/reach.hpp"

namespace networks {

class Jetstream {
 public:
  struct Options {
    std::vector<std::string> servers = {};  // wss://…, tried in turn
    Reach reach = {};
    base::Duration silence = std::chrono::seconds{60};  // a connection that tells nothing for so long is dead
    base::Duration rewind = std::chrono::seconds{5};  // heard again after a break: clocks and servers differ
    // A break that was longer is not made up for: it is the whole network that comes again.
    base::Duration farthest_back = std::chrono::minutes{10};
    base::Duration first_retry = std::chrono::seconds{1};
    base::Duration longest_retry = std::chrono::minutes{5};
    std::size_t most_waiting = 1000;  // events; then the server waits
  };
  using Wanted = std::function<bool(const JetstreamEvent&)>;
  using Tell = std::function<void(const std::string&)>;  // what went wrong, for the log

  // `clock` outlives it.
  Jetstream(Options options, const base::Clock& clock, Jitter jitter, Tell tell);
  ~Jetstream();  // stops
  Jetstream(const Jetstream&) = delete;
  Jetstream& operator=(const Jetstream&) = delete;

  bool is_configured() const { return !options_.servers.empty(); }
  // From what happens now on; `wanted` is asked on the stream's thread.
  void start(Wanted wanted);
  void stop();

  // What has come, in its order; waits for it at most so long.
  std::vector<JetstreamEvent> next(base::Duration at_most, const std::stop_token& stop);
  // The number of the connection that tells something now, from 1; 0: none does.
  std::uint64_t connection() const { return connected_; }
  // Messages that were none of a Jetstream, so far.
  std::uint64_t unreadable() const { return unreadable_; }

 private:
  using Stop = std::stop_token;
  enum class End { never_began, silent, broken };
  void run(const Stop& stop);
  End follow(const Stop& stop);
  bool take(const std::string& text, const Stop& stop);
  void keep(JetstreamEvent event, const Stop& stop);
  bool has_moved(const JetstreamPlace& before) const;
  std::string address() const;
  void complain(const std::string& sentence);

  const Options options_;
  const base::Clock& clock_;
  const Jitter jitter_;
  const Tell tell_;
  Wanted wanted_;
  // Of the thread.
  JetstreamPlace place_;
  std::size_t server_ = 0;
  int stumbles_ = 0;  // connections in a row that broke before they told anything new
  std::uint64_t connections_ = 0;
  std::string last_complaint_;

  std::atomic<std::uint64_t> connected_{0};
  std::atomic<std::uint64_t> unreadable_{0};
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<JetstreamEvent> waiting_;
  std::jthread thread_;  // last: it ends before what it uses
};

// Where the server of this name streams posts, from `place` on; none: from now on.
std::string jetstream_address(const std::string& server, const std::optional<std::int64_t>& cursor);

}  // namespace networks
