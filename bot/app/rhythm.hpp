// How much is usually said at which hour of the week, as the past tells. A value; hours are those of UTC.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "base/clock.hpp"

namespace app {

class Rhythm {
 public:
  Rhythm() = default;
  // `said`: when posts were written, in any order; the eight weeks before `now` count.
  Rhythm(const std::vector<base::Instant>& said, base::Instant now);

  // Two weeks and fifty posts make a habit; before that nothing can be expected.
  bool is_known() const { return known_; }
  // So many posts are usual between the two.
  double expected(base::Instant from, base::Instant until) const;

 private:
  static constexpr std::size_t hours = std::size_t{7} * 24;
  std::array<double, hours> per_hour_{};
  bool known_ = false;
};

}  // namespace app
