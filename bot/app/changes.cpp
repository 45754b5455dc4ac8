#include "app/changes.hpp"

namespace app {

void Changes::notify() {
  {
    const std::lock_guard lock(mutex_);
    ++count_;
  }
  changed_.notify_all();
}

std::uint64_t Changes::count() const {
  const std::lock_guard lock(mutex_);
  return count_;
}

std::uint64_t Changes::wait(std::uint64_t seen, std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, at_most, [&] { return count_ > seen || closed_; });
  return count_;
}

void Changes::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool Changes::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

}  // namespace app
