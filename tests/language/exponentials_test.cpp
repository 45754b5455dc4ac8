#include "language/exponentials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace language {
namespace {

TEST(Exponentials, AreThoseOfTheLibrary) {
  for (int i = 0; i < 1'600; ++i) {
    const float x = -0.0125F * static_cast<float>(i);
    const std::vector<float> one{x};
    const std::vector<float> two{x, x};
    EXPECT_NEAR(sum_of_exponentials(one, 0, 20), std::exp(static_cast<double>(x)), 1e-12) << x;
    EXPECT_NEAR(sum_of_exponentials(two, 0, 20), 2 * std::exp(static_cast<double>(x)), 2e-12) << x;
  }
}

TEST(Exponentials, CountFromTheHighestAndNothingThatIsTooFar) {
  const std::vector<float> numbers{7, 6, -13, -1e30F, 7};
  EXPECT_NEAR(sum_of_exponentials(numbers, 7, 20), 2 + std::exp(-1.0), 1e-12);
  EXPECT_EQ(sum_of_exponentials({}, 7, 20), 0);
}

}  // namespace
}  // namespace language
