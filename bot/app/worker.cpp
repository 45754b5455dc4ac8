#include "app/worker.hpp"

#include <utility>

namespace app {

Worker::Worker(std::function<void()> turn, std::chrono::milliseconds pause)
    : turn_(std::move(turn)), pause_(pause) {}

Worker::~Worker() {
  stop();
}

void Worker::start() {
  stopping_ = false;
  nudge_ = true;
  thread_ = std::thread([this] { run(); });
}

void Worker::nudge() {
  {
    const std::lock_guard lock(mutex_);
    nudge_ = true;
  }
  nudged_.notify_one();
}

void Worker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  nudged_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    nudged_.wait_for(lock, pause_, [&] { return nudge_ || stopping_; });
    if (stopping_) return;
    nudge_ = false;
    lock.unlock();
    turn_();
    lock.lock();
  }
}

}  // namespace app
