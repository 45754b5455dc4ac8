// Open server-sent event connections: each is told of every change, at once, without a thread of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "app/changes.hpp"

struct MHD_Connection;
struct MHD_Response;

namespace console {

// One thread waits for changes and wakes the sleeping connections. Thread-safe.
class EventStreams {
 public:
  explicit EventStreams(app::Changes& changes);
  ~EventStreams();
  EventStreams(const EventStreams&) = delete;
  EventStreams& operator=(const EventStreams&) = delete;

  // A response that keeps `connection` open; null when there are too many already, or after stop(). The
  // caller queues it and owns one reference to it, as with every response of libmicrohttpd.
  MHD_Response* open(MHD_Connection* connection);
  // Every stream ends; none opens any more. Before the daemon is stopped: it must have no sleeping
  // connections then.
  void stop();

 private:
  struct Stream;
  static ssize_t read(void* stream, std::uint64_t position, char* buffer, std::size_t most);
  static void close(void* stream);
  void watch();
  void wake_all();

  app::Changes& changes_;
  std::mutex mutex_;
  std::condition_variable stop_asked_;
  std::set<Stream*> streams_;
  std::uint64_t tick_ = 0;     // grows with every change and every heartbeat
  std::uint64_t changed_ = 0;  // the last count of changes
  bool stopped_ = false;
  std::thread watcher_;
};

}  // namespace console
