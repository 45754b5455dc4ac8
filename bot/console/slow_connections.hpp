// Closes connections whose request does not arrive in time, however steadily its bytes drip. The idle
// time-out of libmicrohttpd starts again with every byte; this one does not.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

struct MHD_Connection;

namespace console {

// Thread-safe. The functions are called by libmicrohttpd's notifications.
class SlowConnections {
 public:
  explicit SlowConnections(std::chrono::seconds longest_request);
  ~SlowConnections();
  SlowConnections(const SlowConnections&) = delete;
  SlowConnections& operator=(const SlowConnections&) = delete;

  void opened(const MHD_Connection* connection, int descriptor);
  void received(const MHD_Connection* connection);  // the whole request is here: answering may take its time
  void answered(const MHD_Connection* connection);  // the next request may come
  void closed(const MHD_Connection* connection);    // before its descriptor is closed

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Open {
    int descriptor = -1;
    std::optional<Moment> waiting_since;
  };
  void watch();
  void wait_from(const MHD_Connection* connection, std::optional<Moment> since);

  const std::chrono::seconds longest_request_;
  std::mutex mutex_;
  std::condition_variable stop_asked_;
  std::map<const MHD_Connection*, Open> open_;
  bool stopped_ = false;
  std::thread watcher_;
};

}  // namespace console
