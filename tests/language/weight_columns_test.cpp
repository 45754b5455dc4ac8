#include "language/weight_columns.hpp"

#include <gtest/gtest.h>

namespace language {
namespace {

TEST(WeightColumns, AddUpTheSameHoweverTheyAreKept) {
  // Columns of ever more rows: the first are kept row by row, the last are written out.
  constexpr std::size_t rows = 11;
  std::vector<std::uint32_t> starts{0};
  std::vector<WeightColumns::Weight> weights;
  for (std::uint32_t column = 0; column <= rows; ++column) {
    for (std::uint32_t i = 0; i < column; ++i)
      weights.push_back({(3 * i + column) % static_cast<std::uint32_t>(rows), static_cast<float>(i) - 2.5F});
    starts.push_back(static_cast<std::uint32_t>(weights.size()));
  }
  const WeightColumns columns(rows, starts, weights);
  EXPECT_EQ(columns.rows(), rows);
  std::vector<float> expected(rows, 1);
  std::vector<float> sums(rows, 1);
  for (std::uint32_t column = 0; column <= rows; ++column) {
    for (auto w = starts[column]; w < starts[column + 1]; ++w)
      expected[weights[w].row] += 0.3F * weights[w].value;
    columns.add(column, 0.3F, sums);
    EXPECT_EQ(sums, expected) << column;
  }
}

}  // namespace
}  // namespace language
