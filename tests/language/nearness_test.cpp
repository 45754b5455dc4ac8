#include "language/nearness.hpp"

#include <gtest/gtest.h>

namespace language {
namespace {

Features holding(Row row) {
  return {std::move(row), {}};
}

TEST(Nearness, IsTheProductWithTheNearest) {
  const std::vector<Features> others{holding({{1, 0.5F}, {4, 0.5F}}), holding({{2, 0.25F}}), holding({}),
                                     holding({{0, 1}}), holding({{4, 0.75F}, {9, 1}})};
  const Nearness nearness(others);
  EXPECT_EQ(nearness.to_nearest({{1, 1}, {4, 0.5F}}), 0.75F);
  EXPECT_EQ(nearness.to_nearest({{2, 2}, {3, 9}}), 0.5F);
  EXPECT_EQ(nearness.to_nearest({{0, 0.5F}, {4, 1}, {9, 2}}), 2.75F);
  EXPECT_EQ(nearness.to_nearest({{3, 1}, {10, 1}}), 0);
  EXPECT_EQ(nearness.to_nearest({}), 0);
  EXPECT_EQ(Nearness({}).to_nearest({{1, 1}}), 0);
}

}  // namespace
}  // namespace language
