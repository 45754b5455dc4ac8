#include "language/regex_set.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace {

using Ids = std::vector<std::uint32_t>;
using language::RegexSet;

constexpr std::int64_t plenty = std::int64_t{8} << 20;

const std::vector<std::string>& expressions() {
  static const std::vector<std::string> all{"\\bweek \\d+", "(?:slides|diapos)", "[ab]*a[ab]{61}c$", "^hi",
                                            "never"};
  return all;
}

std::string long_text() {
  std::string text = "hi slides of week 3 ";
  for (int i = 0; i < 2'000; ++i) text += i % 3 == 0 ? 'a' : 'b';
  return text + "c";
}

TEST(RegexSet, FindsAllInOrderOfTheList) {
  const RegexSet set(expressions(), plenty);
  EXPECT_EQ(set.find("hi, where are the slides of week 3"), (Ids{0, 1, 3}));
  EXPECT_EQ(set.find(""), Ids{});
  EXPECT_EQ(RegexSet({}, plenty).find("anything"), Ids{});
}

// RE2 says "no match" when it runs out of memory: that must never be taken for an answer.
TEST(RegexSet, HoweverLittleMemoryTheAnswerIsTheSame) {
  const RegexSet rich(expressions(), std::int64_t{256} << 20);
  const Ids expected = rich.find(long_text());
  ASSERT_EQ(expected, (Ids{0, 1, 2, 3}));
  for (const std::int64_t memory : {std::int64_t{1}, std::int64_t{1'000}, std::int64_t{20'000},
                                    std::int64_t{60'000}, std::int64_t{100'000}, std::int64_t{200'000}}) {
    const RegexSet poor(expressions(), memory);
    EXPECT_EQ(poor.find(long_text()), expected) << memory;
    EXPECT_EQ(poor.find("hi never"), (Ids{3, 4})) << memory;
  }
}

TEST(RegexSet, ManyThreadsMayAskAPoorSetAtOnce) {
  const RegexSet poor(expressions(), 1'000);
  std::vector<Ids> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (Ids& each : found) threads.emplace_back([&] { each = poor.find(long_text()); });
  for (auto& thread : threads) thread.join();
  for (const Ids& each : found) EXPECT_EQ(each, (Ids{0, 1, 2, 3}));
}

TEST(RegexSet, AnUnusableExpressionIsNeverFoundAndHidesNoOther) {
  const RegexSet set({"(", "week"}, plenty);
  EXPECT_EQ(set.find("week ("), Ids{1});
}

}  // namespace
