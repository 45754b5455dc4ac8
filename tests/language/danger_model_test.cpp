#include "language/danger_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using language::DangerModel;

double highest(const std::string& folded) {
  const auto odds = DangerModel::shipped().odds_of(folded);
  return *std::max_element(odds.begin(), odds.end());
}

TEST(DangerModel, HearsWordingsThatNoCueKnows) {
  EXPECT_GT(highest("i keep thinking of hurting myself tonight . "), 0);
  EXPECT_LT(highest("where do i find the slides of week two ? "), -2);
}

TEST(DangerModel, TellsTheDangersApart) {
  const auto odds = DangerModel::shipped().odds_of("my father died last night . ");
  EXPECT_EQ(std::max_element(odds.begin(), odds.end()) - odds.begin(), 2);
}

TEST(DangerModel, WordsPairsAndGroupsOfLettersAreWhatATextHolds) {
  const auto features = DangerModel::features_of("so what ? ");
  EXPECT_EQ(features.words.size(), 5U);           // so, so what, what, what ?, ?
  EXPECT_EQ(features.groups.size(), 3U + 9 + 1);  // of " so ", " what ", " ? "
  EXPECT_TRUE(DangerModel::features_of("").words.empty());
  EXPECT_TRUE(DangerModel::features_of(" .,;- ").groups.empty());
}

// The family, the end, home: what stands beside what, in either language.
TEST(DangerModel, WordsOfOneTopicAreTheSameColumn) {
  const auto topics = [](const char* text) { return DangerModel::features_of(text).topics; };
  EXPECT_EQ(topics("mother died "), topics("pere mort "));
  EXPECT_EQ(topics("mother died ").size(), 3U);          // family, death, family beside death
  EXPECT_EQ(topics("her mother has died ").size(), 6U);  // and who speaks, beside and before
  EXPECT_EQ(topics("mother father died "), topics("mother died "));
  EXPECT_EQ(topics("qu'elle "), topics("elle "));
  EXPECT_NE(topics("mother died "), topics("died mother "));
  EXPECT_TRUE(topics("the of ").empty());
}

TEST(DangerModel, NothingSaidIsWhatMostPostsSay) {
  EXPECT_EQ(highest(""), highest(" . "));
  EXPECT_LT(highest(""), 0);
}

TEST(DangerModel, ABrokenFileIsRefused) {
  EXPECT_FALSE(DangerModel::read("").ok());
  const auto cut = DangerModel::read("FLKDNG02 and too little");
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().message, "model of danger: cut off or too long");
  EXPECT_EQ(DangerModel::read("FLKVEC01").error().message, "model of danger: not a file of it");
}

}  // namespace
