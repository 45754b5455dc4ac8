#include "language/regex_sieve.hpp"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <thread>

#include "language/glossary_frames.hpp"
#include "language/question_cues.hpp"
#include "language/regex_edges.hpp"
#include "language/regex_needs.hpp"
#include "language/safety_cues.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

using language::Literals;
using language::RegexSieve;
using Places = std::vector<std::uint32_t>;

// Edges of words are shown as "<", those of the text as "#".
std::vector<Literals> needs_of(const char* expression) {
  std::vector<Literals> needs = language::needs_of(expression);
  for (Literals& list : needs) {
    for (std::string& literal : list) {
      std::replace(literal.begin(), literal.end(), language::word_edge, '<');
      std::replace(literal.begin(), literal.end(), language::text_edge, '#');
    }
    std::sort(list.begin(), list.end());
  }
  std::sort(needs.begin(), needs.end());
  return needs;
}

TEST(RegexNeeds, AreListsOfWhichATextHoldsOneLiteralEach) {
  using Needs = std::vector<Literals>;
  EXPECT_EQ(needs_of("\\bslides?\\b"), (Needs{{"<slide"}}));
  EXPECT_EQ(needs_of("^(?:is|are|r) (?:\\S+ ){1,5}graded$"), (Needs{{"#are ", "#is ", "#r "}, {"<graded#"}}));
  EXPECT_EQ(needs_of("\\b(?:want|need) .*[,;] ?help"), (Needs{{",", ";"}, {"<help"}, {"<need ", "<want "}}));
  EXPECT_EQ(needs_of("slides|diapos"), (Needs{{"diapos", "slides"}}));
  EXPECT_EQ(needs_of("(?:slides|diapos).*(?:week|semaine)"),
            (Needs{{"diapos", "slides"}, {"semaine", "week"}}));
  EXPECT_EQ(needs_of("one.*two|three.*four").size(), 2U);
  EXPECT_EQ(needs_of("one.*two|three"), (Needs{{"one", "three"}}));
  EXPECT_EQ(needs_of("\\b(?:mu?m of|dad)\\b"), (Needs{{"<dad<", "m <of<"}})) << "an m stands in many texts";
  EXPECT_EQ(needs_of("(?:hello )?[a-z]+"), Needs{});
  EXPECT_EQ(needs_of("[^a]a|.bb"), Needs{}) << "one letter is no literal";
  EXPECT_EQ(needs_of("("), Needs{});
}

TEST(RegexSieve, FindsAllInOrderOfTheList) {
  const RegexSieve sieve({"\\bweek \\d+", "(?:slides|diapos)", "^hi", "never", "[?]$"});
  EXPECT_EQ(sieve.find("hi, where are the slides of week 3"), (Places{0, 1, 2}));
  EXPECT_EQ(sieve.find("week of the diapos?"), (Places{1, 4}));
  EXPECT_EQ(sieve.find(""), Places{});
  EXPECT_EQ(RegexSieve({}).find("anything"), Places{});
  EXPECT_TRUE(RE2::FullMatch("week 12", sieve.at(0)));
}

TEST(RegexSieve, AnUnusableExpressionIsNeverFoundAndHidesNoOther) {
  const RegexSieve sieve({"(", "week", "a{9999}", "[?]"});
  EXPECT_EQ(sieve.find("week (?"), (Places{1, 3}));
  EXPECT_EQ(RegexSieve({"("}).find("("), Places{});
}

TEST(RegexSieve, ManyThreadsMayAskAtOnce) {
  const RegexSieve sieve({"(?:a|aa)+b", "[ab]*a[ab]{22}c$", "never"});
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += i % 3 == 0 ? 'a' : 'b';
  text += 'c';
  std::vector<Places> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (Places& each : found) threads.emplace_back([&] { each = sieve.find(text); });
  for (auto& thread : threads) thread.join();
  for (const Places& each : found) EXPECT_EQ(each, (Places{0, 1}));
}

// How many are found in sentences of labelled posts; each as if it were searched for alone.
std::size_t count_found(const std::vector<std::string>& expressions, const char* labels) {
  const RegexSieve sieve(expressions);
  std::size_t count = 0;
  for (const char* split : {"dev", "held"}) {
    for (const auto& row : labelled::rows_of(labels, split)) {
      for (const auto& sentence : labelled::plain(row.text()).sentences) {
        Places expected;
        for (std::uint32_t place = 0; place < expressions.size(); ++place) {
          if (RE2::PartialMatch(sentence.folded, sieve.at(place))) expected.push_back(place);
        }
        EXPECT_EQ(sieve.find(sentence.folded), expected) << sentence.folded;
        count += expected.size();
      }
    }
  }
  return count;
}

// What is not searched for, because what it needs is not in the text, would not have been found.
TEST(RegexSieve, FindsTheFramesThatAreFoundOneByOne) {
  std::vector<std::string> frames;
  for (const auto& frame : language::glossary_frames()) frames.emplace_back(frame.pattern);
  EXPECT_GT(count_found(frames, "glossary"), 100U);
}

TEST(RegexSieve, FindsTheCuesThatAreFoundOneByOne) {
  using namespace language;
  std::vector<std::string> asking;
  for (const auto some : {asking_cues(), chat_cues(), loose_cues(), turn_cues(), question_context_cues()}) {
    for (const Cue& cue : some) asking.emplace_back(cue.pattern);
  }
  EXPECT_GT(count_found(asking, "questions"), 1'000U);
  std::vector<std::string> dangers;
  for (const auto some : {safety_cues(), indirect_safety_cues(), wide_safety_cues(), loss_and_threat_cues(),
                          told_safety_cues(), situation_safety_cues()}) {
    for (const Cue& cue : some) dangers.emplace_back(cue.pattern);
  }
  EXPECT_GT(count_found(dangers, "safety"), 400U);
}

}  // namespace
