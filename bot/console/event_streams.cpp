#include "console/event_streams.hpp"

#include <microhttpd.h>

#include <algorithm>
#include <string>

namespace console {
namespace {

constexpr std::size_t most_streams = 100;  // half of the connections: pages stay reachable
constexpr std::chrono::seconds heartbeat{15};
// Waits are cut so that stop() is not held up by a quiet room.
constexpr std::chrono::milliseconds longest_wait{250};

}  // namespace

struct EventStreams::Stream {
  EventStreams* owner = nullptr;
  MHD_Connection* connection = nullptr;
  std::uint64_t told_tick = 0;
  std::uint64_t told_change = 0;
  bool asleep = false;
  std::string pending = "retry: 1000\n\n";  // what is still to be written
};

EventStreams::EventStreams(app::Changes& changes) : changes_(changes), changed_(changes.count()) {
  watcher_ = std::thread([this] { watch(); });
}

EventStreams::~EventStreams() {
  stop();
}

MHD_Response* EventStreams::open(MHD_Connection* connection) {
  const std::lock_guard lock(mutex_);
  if (stopped_ || streams_.size() >= most_streams) return nullptr;
  auto stream = std::make_unique<Stream>();
  stream->owner = this;
  stream->connection = connection;
  stream->told_tick = tick_;
  stream->told_change = changed_;
  MHD_Response* response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 1024, &EventStreams::read,
                                                             stream.get(), &EventStreams::close);
  if (response != nullptr) streams_.insert(stream.release());
  return response;
}

// libmicrohttpd asks for bytes. With none to give, the connection sleeps; it does so under the lock, so that
// a change that comes at the same moment finds it asleep and wakes it.
ssize_t EventStreams::read(void* context, std::uint64_t, char* buffer, std::size_t most) {
  auto& stream = *static_cast<Stream*>(context);
  EventStreams& self = *stream.owner;
  const std::lock_guard lock(self.mutex_);
  if (self.stopped_) return MHD_CONTENT_READER_END_OF_STREAM;
  if (stream.pending.empty() && stream.told_tick != self.tick_) {
    const bool changed = stream.told_change != self.changed_;
    stream.pending =
        changed ? "event: changed\ndata: " + std::to_string(self.changed_) + "\n\n" : ": still here\n\n";
    stream.told_tick = self.tick_;
    stream.told_change = self.changed_;
  }
  if (stream.pending.empty()) {
    stream.asleep = true;
    MHD_suspend_connection(stream.connection);
    return 0;
  }
  const std::size_t count = std::min(most, stream.pending.size());
  stream.pending.copy(buffer, count);
  stream.pending.erase(0, count);
  return static_cast<ssize_t>(count);
}

void EventStreams::close(void* context) {
  const std::unique_ptr<Stream> stream(static_cast<Stream*>(context));
  const std::lock_guard lock(stream->owner->mutex_);
  stream->owner->streams_.erase(stream.get());
}

void EventStreams::wake_all() {
  for (Stream* stream : streams_) {
    if (!stream->asleep) continue;
    stream->asleep = false;
    MHD_resume_connection(stream->connection);
  }
}

void EventStreams::watch() {
  auto last = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!stopped_) {
    const std::uint64_t seen = changed_;
    lock.unlock();
    const std::uint64_t count = changes_.wait(seen, longest_wait);
    const bool over = changes_.closed();
    lock.lock();
    const auto now = std::chrono::steady_clock::now();
    if (count != changed_ || now - last >= heartbeat) {
      changed_ = count;
      last = now;
      ++tick_;
      wake_all();
    }
    if (over) stop_asked_.wait(lock, [this] { return stopped_; });  // wait() no longer blocks
  }
}

void EventStreams::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    wake_all();
  }
  stop_asked_.notify_all();
  if (watcher_.joinable()) watcher_.join();
}

}  // namespace console
