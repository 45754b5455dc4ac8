#include "language/safety.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

language::Safety judged(const std::string& text) {
  return language::danger_in(labelled::plain(text));
}

TEST(Safety, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held", "fresh", "later"}) {
    labelled::Tally tally;
    for (const auto& row : labelled::rows_of("safety", split)) {
      tally.add(row.cells[0] != "-", judged(row.text()).human_needed());
    }
    EXPECT_GE(tally.recall(), 0.95) << split;
    EXPECT_GE(tally.precision(), 0.95) << split;
  }
}

// At most one false alarm in 500 ordinary posts.
TEST(Safety, OrdinaryChatterStaysCalm) {
  int alarms = 0;
  for (const auto* name : {"questions", "introductions", "glossary", "language"}) {
    for (const auto* split : {"dev", "held", "fresh", "later"}) {
      for (const auto& row : labelled::rows_of(name, split))
        alarms += judged(row.text()).human_needed() ? 1 : 0;
    }
  }
  EXPECT_LE(alarms, 1);
}

TEST(Safety, NamesTheKind) {
  EXPECT_EQ(to_word(judged("I want to die").danger), "self-harm");
  EXPECT_EQ(to_word(judged("je me fais harceler par un participant").danger), "harassment");
  EXPECT_EQ(to_word(judged("my mother died yesterday").danger), "grief");
  EXPECT_EQ(to_word(judged("je vais te tuer").danger), "threat");
  EXPECT_EQ(to_word(judged("where are the slides?").danger), "");
}

TEST(Safety, HearsThoseWhoAvoidThePlainWord) {
  EXPECT_EQ(to_word(judged("the world would be better without me").danger), "self-harm");
  EXPECT_EQ(to_word(judged("personne ne me regretterait si je disparaissais").danger), "self-harm");
  EXPECT_EQ(to_word(judged("please make him stop, he won't leave me alone").danger), "harassment");
  EXPECT_EQ(to_word(judged("someone should shoot that facilitator").danger), "threat");
}

TEST(Safety, KnowsWaysOfSpeaking) {
  for (const auto* text :
       {"this quiz is killing me", "dying to know who the guest is", "a killer app for teachers",
        "je suis morte de rire", "my laptop died mid-chat", "ce devoir va me tuer", "I cut myself off, sorry",
        "omg im dead 💀", "this deadline will be the death of me", ""}) {
    EXPECT_FALSE(judged(text).human_needed()) << text;
  }
}

}  // namespace
