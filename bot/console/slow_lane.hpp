// Answers what may take seconds on a thread of its own, one request after the other, so that no other page
// waits for it. The connection sleeps meanwhile.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "console/http.hpp"

struct MHD_Connection;

namespace console {

// Thread-safe.
class SlowLane {
 public:
  explicit SlowLane(Answer answer);
  ~SlowLane();  // stops
  SlowLane(const SlowLane&) = delete;
  SlowLane& operator=(const SlowLane&) = delete;

  // Both are the connection's own, and outlive its sleep.
  struct Errand {
    MHD_Connection* connection = nullptr;
    const Request* request = nullptr;
    std::optional<Response>* response = nullptr;  // is there when the connection wakes up
  };
  // To be called where libmicrohttpd asks for the answer. False: too many wait already; nothing sleeps.
  bool take(const Errand& errand);
  // After it returns no connection sleeps: whoever still waited is told that it is over.
  void stop();

 private:
  void work();

  const Answer answer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Errand> waiting_;
  bool stopped_ = false;
  std::thread worker_;
};

}  // namespace console
