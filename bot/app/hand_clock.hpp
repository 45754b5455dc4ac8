// A clock that shows what it was set to: for stories and replay, where time is part of the material. One
// thread.
#pragma once

#include "base/clock.hpp"

namespace app {

class HandClock final : public base::Clock {
 public:
  base::Instant now() const override { return now_; }
  void set(base::Instant now) { now_ = now; }

 private:
  base::Instant now_{};
};

}  // namespace app
