#include "language/danger_topics.hpp"

#include <gtest/gtest.h>

#include "language/word_hash.hpp"

namespace {

int topic_of(std::string_view word) {
  return language::danger_topic_of(language::hash_of_word(word));
}

TEST(DangerTopics, TheSameInBothLanguages) {
  EXPECT_NE(topic_of("mother"), 0);
  EXPECT_EQ(topic_of("mother"), topic_of("mere"));
  EXPECT_EQ(topic_of("funeral"), topic_of("enterrement"));
  EXPECT_EQ(topic_of("gun"), topic_of("fusil"));
  EXPECT_NE(topic_of("gun"), topic_of("funeral"));
}

TEST(DangerTopics, MostWordsHaveNone) {
  for (const auto* word : {"", "the", "donc", "wonderland", "mothe", "motherr", "mère"})
    EXPECT_EQ(topic_of(word), 0) << word;
}

}  // namespace
