#include "networks/backoff.hpp"

#include <algorithm>
#include <utility>

namespace networks {

Backoff::Backoff(base::Duration first, base::Duration longest, Jitter jitter)
    : first_(first), longest_(longest), jitter_(std::move(jitter)) {}

base::Duration Backoff::next() {
  constexpr int most_doublings = 20;
  const auto step = std::min(longest_, first_ * (std::int64_t{1} << std::min(failures_, most_doublings)));
  ++failures_;
  const auto spared = static_cast<std::int64_t>(static_cast<double>(step.count()) * jitter_() / 2);
  return step - base::Duration{spared};
}

}  // namespace networks
