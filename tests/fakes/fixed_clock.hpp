// A clock that stands still until a test moves it. Thread-safe.
#pragma once

#include <mutex>

#include "domain/practice_room.hpp"

namespace fakes {

class FixedClock final : public domain::AdjustableClock {
 public:
  // Starts at Tuesday 3 March 2026, 18:00 UTC unless told otherwise.
  FixedClock() : now_(base::Instant{std::chrono::milliseconds{1772560800000}}) {}
  explicit FixedClock(base::Instant now) : now_(now) {}

  base::Instant now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  void advance(base::Duration by) override {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }
  // Any instant, an earlier one too: clocks of real machines do go backwards.
  void set(base::Instant now) {
    const std::lock_guard lock(mutex_);
    now_ = now;
  }

 private:
  mutable std::mutex mutex_;
  base::Instant now_;
};

}  // namespace fakes
