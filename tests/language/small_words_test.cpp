#include "language/small_words.hpp"

#include <gtest/gtest.h>

namespace language {
namespace {

TEST(SmallWords, AreKnownEachByItself) {
  for (const auto word : small_words()) EXPECT_TRUE(is_small_word(word)) << word;
  for (const auto word : courtesies()) EXPECT_TRUE(is_courtesy(word)) << word;
  for (const auto* word : {"", "slides", "everybod", "abou", "merc"}) {
    EXPECT_FALSE(is_small_word(word)) << word;
    EXPECT_FALSE(is_courtesy(word)) << word;
  }
}

}  // namespace
}  // namespace language
