#include "language/meaning.hpp"

#include <gtest/gtest.h>

namespace language {
namespace {

Meaning made(int seed) {
  Meaning meaning{};
  for (auto& four : meaning) {
    for (int i = 0; i < 4; ++i) four[i] = static_cast<float>((seed = seed * 7919 % 1009) - 500) / 500;
  }
  return meaning;
}

TEST(Meaning, ProductsTogetherAreTheSameAsOneByOne) {
  std::vector<Meaning> all;
  for (int i = 1; i <= 7; ++i) all.push_back(made(i));
  const auto one = made(99);
  std::vector<float> together(all.size());
  products(all, one, together);
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(together[i], product(all[i], one)) << i;
}

TEST(Meaning, AWordIsAddedNumberByNumber) {
  std::array<std::int8_t, 100> vector{};
  for (std::size_t i = 0; i < vector.size(); ++i)
    vector.at(i) = static_cast<std::int8_t>(static_cast<int>(i) * 77 % 256 - 128);
  auto meaning = made(5);
  const auto before = meaning;
  add(meaning, vector, 0.25F);
  for (std::size_t i = 0; i < vector.size(); ++i)
    EXPECT_EQ(meaning[i / 4][i % 4], before[i / 4][i % 4] + 0.25F * static_cast<float>(vector[i])) << i;
}

}  // namespace
}  // namespace language
