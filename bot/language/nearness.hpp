// How near a text is to some others: their products, several at a time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/feature_space.hpp"
#include "language/weight_columns.hpp"

namespace language {

class Nearness {
 public:
  explicit Nearness(std::span<const Features> others);

  // The product with the nearest of them; 0 without any.
  float to_nearest(const Row& text) const;

 private:
  std::vector<std::uint32_t> columns_;  // that any of them holds, ascending
  WeightColumns weights_;               // of each of columns_ in each of them
};

}  // namespace language
