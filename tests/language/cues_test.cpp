#include "language/cues.hpp"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <memory>

#include "language/question_cues.hpp"
#include "language/safety_cues.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

using language::Cue;
using language::Cues;
using Places = std::vector<std::uint32_t>;

std::vector<Cue> all_of(std::initializer_list<std::span<const Cue>> tables) {
  std::vector<Cue> all;
  for (const auto table : tables) all.insert(all.end(), table.begin(), table.end());
  return all;
}

std::vector<std::string> folded_posts() {
  std::vector<std::string> posts;
  for (const char* kind : {"questions", "introductions", "glossary", "safety", "language"}) {
    for (const char* split : {"dev", "held"}) {
      for (const auto& row : labelled::rows_of(kind, split)) {
        posts.push_back(labelled::plain(row.text()).folded);
      }
    }
  }
  return posts;
}

// Each cue by itself is what all together must find.
void expect_the_same_one_by_one(const std::vector<Cue>& all) {
  const Cues cues(all);
  std::vector<std::unique_ptr<RE2>> patterns;
  patterns.reserve(all.size());
  for (const Cue& cue : all) patterns.push_back(std::make_unique<RE2>(cue.pattern));
  const auto posts = folded_posts();
  ASSERT_GT(posts.size(), 1'000U);
  std::size_t count = 0;
  for (const std::string& post : posts) {
    Places expected;
    for (std::uint32_t place = 0; place < patterns.size(); ++place) {
      if (RE2::PartialMatch(post, *patterns[place])) expected.push_back(place);
    }
    ASSERT_EQ(cues.found_in(post), expected) << post;
    count += expected.size();
  }
  EXPECT_GT(count, 100U);
}

TEST(Cues, FindsTheCuesOfAsking) {
  expect_the_same_one_by_one(all_of({language::asking_cues(), language::chat_cues(), language::loose_cues(),
                                     language::turn_cues(), language::question_context_cues()}));
}

TEST(Cues, FindsTheCuesOfDanger) {
  expect_the_same_one_by_one(all_of({language::safety_cues(), language::indirect_safety_cues(),
                                     language::wide_safety_cues(), language::loss_and_threat_cues(),
                                     language::told_safety_cues(), language::situation_safety_cues()}));
}

TEST(Cues, AddsUpWhatIsFoundHoweverManyThereAre) {
  std::vector<std::string> patterns;
  patterns.reserve(200);
  for (int i = 0; i < 200; ++i) patterns.push_back("\\bword" + std::to_string(i) + "\\b");
  std::vector<Cue> all;
  for (std::size_t i = 0; i < patterns.size(); ++i) all.push_back({patterns[i], i % 2 == 0 ? 1.0 : -0.25});
  const Cues cues(all);
  EXPECT_EQ(cues.found_in("word199 and word0, word47 word48 word150"), (Places{0, 47, 48, 150, 199}));
  EXPECT_DOUBLE_EQ(cues.sum("word199 and word0, word47 word48 word150"), 3 - 0.5);
  EXPECT_EQ(cues[199].pattern, "\\bword199\\b");
  EXPECT_EQ(cues.found_in("nothing"), Places{});
  EXPECT_DOUBLE_EQ(Cues({}).sum("word1"), 0);
}

}  // namespace
