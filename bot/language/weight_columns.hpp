// Weights by column and row, of which a text adds up the few columns that it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace language {

// to[i] += factor * from[i]
void add_scaled(std::span<const float> from, float factor, std::span<float> to);

class WeightColumns {
 public:
  struct Weight {
    std::uint32_t row = 0;
    float value = 0;
  };

  WeightColumns() = default;
  // `starts`: where each column begins in `weights`, and the end of the last one.
  WeightColumns(std::size_t rows, std::span<const std::uint32_t> starts, std::span<const Weight> weights);

  std::size_t rows() const { return rows_; }
  // sums[row] += factor * weight, for all rows of the column. There is a sum for each row.
  void add(std::uint32_t column, float factor, std::span<float> sums) const;

 private:
  struct Column {
    std::uint32_t begin = 0;  // in all_rows_ or in weights_
    std::uint32_t weights = 0;
    bool has_all_rows = false;
  };
  std::size_t rows_ = 0;
  std::vector<Column> columns_;
  std::vector<float> all_rows_;  // of columns that many rows share: zeros, too
  std::vector<Weight> weights_;  // of the others: the rows that have one
};

}  // namespace language
