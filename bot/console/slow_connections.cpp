#include "console/slow_connections.hpp"

#include <sys/socket.h>

namespace console {

SlowConnections::SlowConnections(std::chrono::seconds longest_request) : longest_request_(longest_request) {
  watcher_ = std::thread([this] { watch(); });
}

SlowConnections::~SlowConnections() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  stop_asked_.notify_all();
  watcher_.join();
}

void SlowConnections::opened(const MHD_Connection* connection, int descriptor) {
  const std::lock_guard lock(mutex_);
  open_[connection] = {descriptor, std::chrono::steady_clock::now()};
}

void SlowConnections::wait_from(const MHD_Connection* connection, std::optional<Moment> since) {
  const std::lock_guard lock(mutex_);
  const auto found = open_.find(connection);
  if (found != open_.end()) found->second.waiting_since = since;
}

void SlowConnections::received(const MHD_Connection* connection) {
  wait_from(connection, std::nullopt);
}

void SlowConnections::answered(const MHD_Connection* connection) {
  wait_from(connection, std::chrono::steady_clock::now());
}

void SlowConnections::closed(const MHD_Connection* connection) {
  const std::lock_guard lock(mutex_);
  open_.erase(connection);
}

// Only shuts the socket down: libmicrohttpd sees the end of the stream and cleans up itself.
void SlowConnections::watch() {
  std::unique_lock lock(mutex_);
  while (!stop_asked_.wait_for(lock, std::chrono::seconds(1), [this] { return stopped_; })) {
    const Moment too_old = std::chrono::steady_clock::now() - longest_request_;
    for (auto& [connection, open] : open_) {
      if (!open.waiting_since || *open.waiting_since > too_old) continue;
      shutdown(open.descriptor, SHUT_RDWR);
      open.waiting_since.reset();
    }
  }
}

}  // namespace console
