// A regularised linear classifier over sparse features: ridge regression of "belongs to this class" (one
// column a class), solved by coordinate ascent on its dual. Trains in milliseconds, the same bits every time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/feature_space.hpp"

namespace language {

class LinearModel {
 public:
  LinearModel() = default;
  // Row i belongs to class classes[i] < class_count; its columns are below `columns`.
  LinearModel(std::span<const Row> rows, std::span<const std::uint32_t> classes, std::size_t class_count,
              std::size_t columns, double ridge);

  // About 1 for the right class, 0 for the others.
  std::vector<float> score(const Row& row) const;

 private:
  struct Weight {
    std::uint32_t of_class;
    float value;
  };
  std::vector<std::uint32_t> starts_;  // of each column in weights_, and the end
  std::vector<Weight> weights_;        // without those too small to matter
  std::size_t class_count_ = 0;
};

}  // namespace language
