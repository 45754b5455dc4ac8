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

TEST(DangerModel, NothingSaidIsWhatMostPostsSay) {
  EXPECT_EQ(highest(""), highest(" . "));
  EXPECT_LT(highest(""), 0);
}

TEST(DangerModel, ABrokenFileIsRefused) {
  EXPECT_FALSE(DangerModel::read("").ok());
  const auto cut = DangerModel::read("FLKDNG01 and too little");
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().message, "model of danger: cut off or too long");
  EXPECT_EQ(DangerModel::read("FLKVEC01").error().message, "model of danger: not a file of it");
}

}  // namespace
