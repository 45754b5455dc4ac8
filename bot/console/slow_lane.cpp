#include "console/slow_lane.hpp"

#include <microhttpd.h>

namespace console {
namespace {

constexpr std::size_t most_waiting = 32;

}  // namespace

SlowLane::SlowLane(Answer answer) : answer_(std::move(answer)) {
  worker_ = std::thread([this] { work(); });
}

SlowLane::~SlowLane() {
  stop();
}

// It falls asleep under the lock, so that it cannot be woken before.
bool SlowLane::take(const Errand& errand) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || waiting_.size() >= most_waiting) return false;
    MHD_suspend_connection(errand.connection);
    waiting_.push_back(errand);
  }
  changed_.notify_one();
  return true;
}

void SlowLane::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const Errand errand = waiting_.front();
    waiting_.pop_front();
    const bool over = stopped_;
    lock.unlock();
    *errand.response =
        over ? plain_page(503, "Not now", "Flockmate is being stopped.") : answer_(*errand.request);
    MHD_resume_connection(errand.connection);
    lock.lock();
  }
}

void SlowLane::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_one();
  if (worker_.joinable()) worker_.join();
}

}  // namespace console
