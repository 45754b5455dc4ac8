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
  const auto dev = tally("dev");
  EXPECT_GE(dev.precision(), 0.94);
  EXPECT_GE(dev.recall(), 0.93);
  const auto held = tally("held");
  EXPECT_GE(held.precision(), 0.95);
  EXPECT_GE(held.recall(), 0.88);
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
