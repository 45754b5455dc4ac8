#include "language/regex_sieve.hpp"

#include <gtest/gtest.h>
#include <re2/filtered_re2.h>

#include <thread>

#include "language/glossary_frames.hpp"
#include "language/regex_needs.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

using language::Literals;
using language::RegexSieve;
using Places = std::vector<std::uint32_t>;

std::vector<Literals> needs_of(const char* expression) {
  re2::FilteredRE2 filter(2);
  int id = 0;
  EXPECT_EQ(filter.Add(expression, RE2::Options(), &id), RE2::NoError);
  Literals literals;
  filter.Compile(&literals);
  std::vector<Literals> needs = language::needs_of(filter, literals);
  for (Literals& list : needs) std::sort(list.begin(), list.end());
  std::sort(needs.begin(), needs.end());
  return needs;
}

TEST(RegexNeeds, AreListsOfWhichATextHoldsOneLiteralEach) {
  using Needs = std::vector<Literals>;
  EXPECT_EQ(needs_of("\\bslides?\\b"), (Needs{{"slide"}}));
  EXPECT_EQ(needs_of("slides|diapos"), (Needs{{"diapos", "slides"}}));
  EXPECT_EQ(needs_of("(?:slides|diapos).*(?:week|semaine)"),
            (Needs{{"diapos", "slides"}, {"semaine", "week"}}));
  EXPECT_EQ(needs_of("one.*two|three.*four").size(), 2U);
  EXPECT_EQ(needs_of("one.*two|three"), (Needs{{"one", "three"}}));
  EXPECT_EQ(needs_of("(?:hello )?[a-z]+"), Needs{});
  EXPECT_EQ(needs_of("a|bb"), Needs{}) << "one letter is no literal";
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

// What is not searched for, because what it needs is not in the text, would not have been found.
TEST(RegexSieve, FindsTheFramesThatAreFoundOneByOne) {
  std::vector<std::string> frames;
  for (const auto& frame : language::glossary_frames()) frames.emplace_back(frame.pattern);
  const RegexSieve sieve(frames);
  std::size_t count = 0;
  for (const char* split : {"dev", "held"}) {
    for (const auto& row : labelled::rows_of("glossary", split)) {
      for (const auto& sentence : labelled::plain(row.text()).sentences) {
        Places expected;
        for (std::uint32_t place = 0; place < frames.size(); ++place) {
          if (RE2::PartialMatch(sentence.folded, sieve.at(place))) expected.push_back(place);
        }
        ASSERT_EQ(sieve.find(sentence.folded), expected) << sentence.folded;
        count += expected.size();
      }
    }
  }
  EXPECT_GT(count, 100U);
}

}  // namespace
