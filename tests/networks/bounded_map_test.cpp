#include "networks/bounded_map.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace {

using networks::BoundedMap;

TEST(BoundedMap, ForgetsWhatWasPutInFirstWhenItIsFull) {
  BoundedMap<std::string> map(2);
  map.put("one", "1");
  map.put("two", "2");
  map.put("one", "still 1");  // keeps its place in the row
  EXPECT_EQ(map.find("one"), "still 1");
  map.put("three", "3");
  EXPECT_EQ(map.find("one"), std::nullopt);
  EXPECT_EQ(map.find("two"), "2");
  EXPECT_EQ(map.find("three"), "3");
  EXPECT_EQ(map.find(""), std::nullopt);
}

// Keys are remembered by their fingerprints: a post whose name looked like another's would be lost without a
// word.
TEST(BoundedMap, TellsAHundredThousandAlikeNamesApart) {
  constexpr int many = 100'000;
  const auto name = [](int i) { return "https://social.example/users/ana/statuses/" + std::to_string(i); };
  BoundedMap<int> map(many);
  for (int i = 0; i < many; ++i) {
    ASSERT_EQ(map.find(name(i)), std::nullopt) << i;
    map.put(name(i), i);
  }
  for (int i = 0; i < many; ++i) ASSERT_EQ(map.find(name(i)), i);
}

}  // namespace
