// How long to wait before the next attempt: longer each time, and never in step with others.
#pragma once

#include <functional>

#include "base/clock.hpp"

namespace networks {

using Jitter = std::function<double()>;  // 0 <= value < 1

class Backoff {
 public:
  // `first` after the first failure, doubled each time up to `longest`.
  Backoff(base::Duration first, base::Duration longest, Jitter jitter);

  base::Duration next();  // between half of the step and the whole of it
  void succeeded() { failures_ = 0; }
  int failures() const { return failures_; }

 private:
  const base::Duration first_;
  const base::Duration longest_;
  const Jitter jitter_;
  int failures_ = 0;
};

}  // namespace networks
