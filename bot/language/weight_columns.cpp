#include "language/weight_columns.hpp"

#include <cstring>

#include "language/four.hpp"

namespace language {
namespace {

// A column is written out from this share of rows on: four rows are reckoned with at once.
constexpr std::size_t many = 4;

}  // namespace

void add_scaled(std::span<const float> from, float factor, std::span<float> to) {
  std::size_t row = 0;
  for (; row + 4 <= to.size(); row += 4) {
    Four sum;
    Four four;
    std::memcpy(&sum, &to[row], sizeof sum);
    std::memcpy(&four, &from[row], sizeof four);
    sum += factor * four;
    std::memcpy(&to[row], &sum, sizeof sum);
  }
  for (; row < to.size(); ++row) to[row] += factor * from[row];
}

WeightColumns::WeightColumns(std::size_t rows, std::span<const std::uint32_t> starts,
                             std::span<const Weight> weights)
    : rows_(rows) {
  columns_.reserve(starts.size());
  for (std::size_t c = 0; c + 1 < starts.size(); ++c) {
    const auto column = weights.subspan(starts[c], starts[c + 1] - starts[c]);
    const bool shared = column.size() * many >= rows;
    const auto begin = shared ? all_rows_.size() : weights_.size();
    columns_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(column.size()), shared});
    if (shared) {
      all_rows_.resize(begin + rows);
      for (const auto& weight : column) all_rows_[begin + weight.row] = weight.value;
    } else {
      weights_.insert(weights_.end(), column.begin(), column.end());
    }
  }
  weights_.shrink_to_fit();
}

void WeightColumns::add(std::uint32_t column, float factor, std::span<float> sums) const {
  const auto& [begin, weights, has_all_rows] = columns_[column];
  if (has_all_rows) {
    add_scaled({&all_rows_[begin], rows_}, factor, sums);
  } else {
    for (auto at = begin; at < begin + weights; ++at) sums[weights_[at].row] += factor * weights_[at].value;
  }
}

}  // namespace language
