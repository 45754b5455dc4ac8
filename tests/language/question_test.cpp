#include "language/question.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

language::Score judged(const std::string& text) {
  return language::question_in(labelled::plain(text));
}

labelled::Tally tally(const std::string& split) {
  labelled::Tally tally;
  for (const auto& row : labelled::rows_of("questions", split))
    tally.add(row.cells[0] == "yes", judged(row.text()).is);
  return tally;
}

TEST(Question, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later"}) {
    const auto found = tally(split);
    EXPECT_GE(found.precision(), 0.90) << split;
    EXPECT_GE(found.recall(), 0.95) << split;
    EXPECT_GE(found.f1(), 0.95) << split;
  }
}

TEST(Question, ChatsAskInFewLetters) {
  for (const auto* text : {"anyone from texas?", "how r u", "whats up", "hi U64 how are ya",
                           "lol U23 what do u mean", "10-19-20sUser7 where are you from", "whos the guest",
                           "t'as quel age", "il commence quand le module 3", "hey dana wats the link"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, ChatsTellInTheSameWords) {
  for (const auto* text : {"what a day", "u know what", "why not", "who cares", "how cute is that lol",
                           "i dont know why", "does not compute", "when i was 10 i had a dog", "was the best",
                           "anyone can do it", "How to train your puppy: http://bit.ly/pup", "je sais pas"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, AsksWithAndWithoutAMark) {
  for (const auto* text :
       {"Where are the slides?", "anyone know where the slides are", "wondering if it's graded",
        "can't find the link", "c'est quand le webinaire", "quelqu'un a le lien ?"}) {
    EXPECT_TRUE(judged(text).is) << text;
  }
}

TEST(Question, AMarkAloneDoesNotAsk) {
  for (const auto* text :
       {"Q1: What is your biggest challenge?", "Who needs sleep anyway?", "RT @edu: Are you ready?",
        "\"What did you learn today?\" is what I ask every evening",
        "Why Do Learners Drop Out? https://example.org/a", "", "😂😂", "???"}) {
    EXPECT_FALSE(judged(text).is) << text;
  }
}

TEST(Question, ScoresStayBetweenNothingAndOne) {
  for (const auto* text : {"", "?", "where where where where?", "Q1: A1: Q2:"}) {
    EXPECT_GE(judged(text).score, 0.0) << text;
    EXPECT_LE(judged(text).score, 1.0) << text;
  }
}

}  // namespace
