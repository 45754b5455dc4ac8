#include "language/byte_trie.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace {

using language::ByteTrie;

std::uint32_t key_of(const ByteTrie& trie, std::string_view bytes) {
  ByteTrie::Node node = ByteTrie::root;
  for (const char byte : bytes) {
    node = trie.child(node, byte);
    if (node == ByteTrie::none) return ByteTrie::none;
  }
  return trie.key_at(node);
}

TEST(ByteTrie, LeadsToEveryKeyAndToNothingElse) {
  using namespace std::string_literals;
  const ByteTrie trie({"\0"s, "\0\xFF"s, "a", "not", "note", "\xC3\xA9"});
  EXPECT_EQ(key_of(trie, "\0"s), 0U);
  EXPECT_EQ(key_of(trie, "\0\xFF"s), 1U);
  EXPECT_EQ(key_of(trie, "a"), 2U);
  EXPECT_EQ(key_of(trie, "not"), 3U);
  EXPECT_EQ(key_of(trie, "note"), 4U);
  EXPECT_EQ(key_of(trie, "\xC3\xA9"), 5U);
  for (const std::string& no : {""s, "no"s, "notes"s, "b"s, "\0\0"s, "\xC3"s})
    EXPECT_EQ(key_of(trie, no), ByteTrie::none);
  EXPECT_EQ(key_of(ByteTrie(), "a"), ByteTrie::none);
}

// Crowded: keys of few letters, so that nodes have many children and holes are short.
TEST(ByteTrie, LeadsToManyKeys) {
  std::uint32_t dice = 7;
  const auto next = [&dice](std::uint32_t sides) {
    return (dice = dice * 1664525U + 1013904223U) % 1009 % sides;
  };
  std::set<std::string> chosen;
  while (chosen.size() < 5'000) {
    std::string key;
    for (std::uint32_t left = 1 + next(7); left > 0; --left)
      key += static_cast<char>('a' + next(left == 1 ? 26 : 4));
    chosen.insert(key);
  }
  const std::vector<std::string> keys(chosen.begin(), chosen.end());
  const ByteTrie trie(keys);
  for (std::uint32_t key = 0; key < keys.size(); ++key) {
    ASSERT_EQ(key_of(trie, keys[key]), key);
    const std::string longer = keys[key] + "z";
    ASSERT_EQ(key_of(trie, longer) != ByteTrie::none, chosen.contains(longer)) << longer;
  }
}

}  // namespace
