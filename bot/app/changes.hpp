// Tells the pages that something changed, so that they ask again. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace app {

class Changes {
 public:
  void notify();
  std::uint64_t count() const;
  // Waits until the count is above `seen` or the time is over or close() was called; gives the count then.
  std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds at_most) const;
  void close();
  bool closed() const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::uint64_t count_ = 0;
  bool closed_ = false;
};

}  // namespace app
