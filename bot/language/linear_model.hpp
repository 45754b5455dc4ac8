// A regularised linear classifier over sparse features: ridge regression of "belongs to this class" (one column a
// class), solved by coordinate ascent on its dual. Trains in milliseconds, the same bits every time.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace language {

struct SparseRow {
  std::vector<std::pair<std::uint64_t, float>> values;  // feature (a hash), value; each feature once
};

class LinearModel {
 public:
  LinearModel() = default;
  // Row i belongs to class classes[i] < class_count.
  LinearModel(const std::vector<SparseRow>& rows, std::span<const std::uint32_t> classes, std::size_t class_count,
              double ridge);

  std::vector<float> score(const SparseRow& row) const;  // about 1 for the right class, 0 for the others

 private:
  using Cells = std::vector<std::pair<std::uint32_t, float>>;  // column of weights_, value
  Cells cells_of(const SparseRow& row) const;

  std::unordered_map<std::uint64_t, std::uint32_t> columns_;
  std::vector<float> weights_;  // columns_.size() times class_count_
  std::size_t class_count_ = 0;
};

}  // namespace language
