#include "networks/http_exchange.hpp"

#include <algorithm>
#include <utility>

namespace networks {

HttpExchange::HttpExchange(std::string body, std::size_t room, bool whole)
    : body_(std::move(body)), room_(room), whole_(whole) {}

std::optional<std::size_t> HttpExchange::give_body(char* to, std::size_t at_most) {
  const std::lock_guard lock(mutex_);
  if (sending_ == Sending::given_up) return std::nullopt;
  sending_ = Sending::begun;
  const std::size_t count = std::min(at_most, body_.size() - given_);
  body_.copy(to, count, given_);
  given_ += count;
  return count;
}

void HttpExchange::answered(int status, domain::Headers headers) {
  const std::lock_guard lock(mutex_);
  response_.status = status;
  response_.headers = std::move(headers);
  changed_.notify_all();
}

HttpExchange::Taken HttpExchange::take(const char* bytes, std::size_t count, std::function<void()> resume) {
  const std::lock_guard lock(mutex_);
  if (finished_) return Taken::too_much;
  // A chunk size of -1 comes here as an enormous count: nothing of it may be touched.
  if (count > largest_chunk || (whole_ && response_.body.size() + count > room_)) return Taken::too_much;
  response_.body.append(bytes, count);
  changed_.notify_all();
  if (response_.body.size() <= room_) return Taken::yes;
  resume_ = std::move(resume);
  return Taken::wait;
}

void HttpExchange::finish(std::string problem) {
  const std::lock_guard lock(mutex_);
  finished_ = true;
  problem_ = std::move(problem);
  changed_.notify_all();
}

bool HttpExchange::wait_finished(Time until) {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, until, [this] { return finished_; });
}

std::optional<std::string> HttpExchange::next_bytes(Time until, const std::stop_token& stop) {
  std::function<void()> resume;
  std::string bytes;
  {
    std::unique_lock lock(mutex_);
    // Bytes may be here before the pool got round to the status.
    changed_.wait_until(lock, stop, until,
                        [this] { return finished_ || (response_.status != 0 && !response_.body.empty()); });
    if (stop.stop_requested() || response_.status == 0 || response_.body.empty()) return std::nullopt;
    bytes = std::exchange(response_.body, {});
    resume = std::exchange(resume_, nullptr);
  }
  if (resume) resume();
  return bytes;
}

bool HttpExchange::finished() const {
  const std::lock_guard lock(mutex_);
  return finished_;
}

std::string HttpExchange::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

domain::HttpResponse HttpExchange::response() {
  const std::lock_guard lock(mutex_);
  return std::exchange(response_, {});
}

int HttpExchange::status() const {
  const std::lock_guard lock(mutex_);
  return response_.status;
}

bool HttpExchange::give_up() {
  const std::lock_guard lock(mutex_);
  finished_ = true;
  if (sending_ == Sending::not_yet && !body_.empty()) sending_ = Sending::given_up;
  return sending_ == Sending::given_up;
}

}  // namespace networks
