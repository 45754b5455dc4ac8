#include "language/pattern_set.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.hpp"
#include "language/folded_pattern.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

using Ids = std::vector<std::uint32_t>;

Ids found(const std::vector<std::string>& patterns, const std::string& text) {
  const base::Result<PatternSet> set = PatternSet::build(patterns);
  return set ? set.value().find(base::fold(text)) : Ids{999};
}

TEST(PatternSet, folds_what_is_literal_and_nothing_else) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"(Week \d)", R"(week \d)"},
      {R"(\W\D\S\B)", R"(\W\D\S\B)"},
      {R"(\p{Lu}\pL\P{Greek}X)", R"(\p{Lu}\pL\P{Greek}x)"},
      {R"((?i)A(?P<Name>B)(?U:C))", R"((?i)a(?P<Name>b)(?U:c))"},
      {R"(\QWEEK \d\E Z)", R"(\Qweek \d\E z)"},
      {R"(\x41\x{1F600}A)", R"(\x41\x{1F600}a)"},
      {R"([A-Z[:alpha:]\W]B)", R"([a-z[:alpha:]\W]b)"},
      {R"([]A]B)", R"([]a]b)"},
      {"Où", "ou"},
      {"[éÈ]t[É]", "[ee]t[e]"},
      {"e\u0301?", "e?"},
      {"Straße+", "stra(?:ss)e+"},
      {"c’est", "c\\'est"},
      {"quoi\u00a0？", "quoi \\?"},
      {"(", "("},
      {"\\", "\\"},
      {"[", "["},
      {"", ""},
  };
  for (const auto& [pattern, expected] : cases) EXPECT_EQ(fold_pattern(pattern).text, expected) << pattern;
}

TEST(PatternSet, finds_all_that_match_in_order) {
  const std::vector<std::string> patterns{R"(\bweek \d+)", R"(Week \d)", "où",   "(?i)HELP",
                                          "^help",         "x{3}",       "[Z-a]"};
  EXPECT_EQ(found(patterns, "HELP in Week 12"), (Ids{0, 1, 3, 4}));
  EXPECT_EQ(found(patterns, "Oú is the xxx"), (Ids{2, 5}));
  EXPECT_EQ(found(patterns, "biweek 3"), (Ids{1}));
  EXPECT_EQ(found(patterns, ""), Ids{});
  EXPECT_EQ(found({}, "anything"), Ids{});
  EXPECT_EQ(found({"", "a*"}, "anything"), (Ids{0, 1}));
}

TEST(PatternSet, is_linear_on_patterns_that_hang_others) {
  EXPECT_EQ(found({"(a*)*b", "(a|aa)+$"}, std::string(60'000, 'a') + "c"), Ids{});
}

TEST(PatternSet, keeps_its_answer_when_memory_runs_out) {
  // Many states each: the set cannot hold them all.
  std::vector<std::string> patterns;
  patterns.reserve(40);
  for (int i = 0; i < 40; ++i) patterns.push_back("[ab]*a[ab]{200}c" + std::to_string(i) + "$");
  std::string text(400, 'a');
  for (std::size_t i = 0; i < text.size(); i += 3) text[i] = 'b';
  text[200] = 'a';
  EXPECT_EQ(found(patterns, text + "c7"), Ids{7});
}

TEST(PatternSet, says_what_is_wrong_with_a_pattern) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"week (\\d", "The pattern 'week (\\d' cannot be used: a round bracket has no partner."},
      {"[a-", "The pattern '[a-' cannot be used: a square bracket has no partner."},
      {"*a", "The pattern '*a' cannot be used: there is nothing that *, + or ? could repeat (near '*')."},
      {"a{2000}",
       "The pattern 'a{2000}' cannot be used: it repeats something more than 1,000 times (near '{2000}')."},
      {"\\8",
       "The pattern '\\8' cannot be used: a backslash stands before something that has no special meaning."},
      {"(?=a)",
       "The pattern '(?=a)' cannot be used: it is not a pattern that Flockmate can search for (near '(?=')."},
  };
  for (const auto& [pattern, message] : cases) {
    const base::Status status = check_pattern(pattern);
    ASSERT_FALSE(status.ok()) << pattern;
    EXPECT_EQ(status.error().kind, base::ErrorKind::invalid);
    EXPECT_EQ(status.error().message, message);
    const base::Result<PatternSet> set = PatternSet::build({"fine", pattern});
    ASSERT_FALSE(set.ok());
    EXPECT_EQ(set.error().message, message);
  }
  EXPECT_EQ(check_pattern(std::string(1001, 'a')).error().message,
            "The pattern '" + std::string(40, 'a') + "' cannot be used: it has more than 1,000 characters.");
  EXPECT_TRUE(check_pattern(R"(\bweek \d+)").ok());
}

TEST(PatternSet, knows_which_patterns_folding_makes_unreachable) {
  for (const char* pattern :
       {R"(\bweek \d+)", "Où", "Week|\\p{Lu}", "a\\n?b", "(\\n|a)", "[\\n a]", "x\\t*", "[A-Z]{3}"}) {
    EXPECT_TRUE(pattern_survives_folding(pattern)) << pattern;
  }
  for (const char* pattern :
       {R"(\p{Lu}\w+)", "a\\nb", "two  blanks", "tab\\t", "\\x41bc", "\\x{e9}", "a\tb"}) {
    EXPECT_FALSE(pattern_survives_folding(pattern)) << pattern;
  }
}

}  // namespace
}  // namespace language
