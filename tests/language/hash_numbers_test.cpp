#include "language/hash_numbers.hpp"

#include <gtest/gtest.h>

namespace language {
namespace {

TEST(HashNumbers, NumberInTheOrderGiven) {
  const std::vector<std::uint64_t> hashes{77, 0, 5, 0xFFFFFFFFFFFFFFFF};
  const HashNumbers numbers(hashes);
  EXPECT_EQ(numbers.size(), 4U);
  for (std::uint32_t i = 0; i < hashes.size(); ++i) EXPECT_EQ(numbers.find(hashes[i]), i);
  for (const std::uint64_t hash : {1ULL, 76ULL, 256ULL}) EXPECT_EQ(numbers.find(hash), HashNumbers::none);
}

TEST(HashNumbers, KeepApartWhatFallsOnOnePlace) {
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t i = 0; i < 200; ++i) hashes.push_back(i << 40U);
  const HashNumbers numbers(hashes);
  for (std::uint32_t i = 0; i < hashes.size(); ++i) EXPECT_EQ(numbers.find(hashes[i]), i);
  EXPECT_EQ(numbers.find(1ULL << 50U), HashNumbers::none);
}

TEST(HashNumbers, HaveNothingWithoutHashes) {
  EXPECT_EQ(HashNumbers().find(0), HashNumbers::none);
  EXPECT_EQ(HashNumbers(std::vector<std::uint64_t>{}).find(7), HashNumbers::none);
}

}  // namespace
}  // namespace language
