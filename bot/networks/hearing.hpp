// Whether a listener hears its network, for whoever watches the service. Thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "base/clock.hpp"

namespace networks {

class Hearing {
 public:
  void found() { away_since_ = hears; }
  // Counts from the first of several in a row.
  void lost(base::Instant now) {
    std::int64_t before = hears;
    away_since_.compare_exchange_strong(before, base::to_millis(now));
  }
  // None: what the network has is heard.
  std::optional<base::Instant> away_since() const {
    const std::int64_t since = away_since_;
    return since == hears ? std::nullopt : std::optional(base::from_millis(since));
  }

 private:
  static constexpr std::int64_t hears = -1;
  std::atomic<std::int64_t> away_since_{hears};
};

}  // namespace networks
