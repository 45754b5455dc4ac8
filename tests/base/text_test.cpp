#include "base/text.hpp"

#include <gtest/gtest.h>

namespace {

struct Row {
  std::string input;
  std::string expected;
};

TEST(Fold, MakesSpellingsOfOneWordAlike) {
  const std::vector<Row> rows{
      {"Hello World", "hello world"},
      {"Où OU", "ou ou"},
      {"ÉTÉ été", "ete ete"},
      {"“quoted” ‘it’s’ «oui»", "\"quoted\" 'it's' \"oui\""},
      {"ｆｕｌｌ　ｗｉｄｔｈ", "full width"},
      {"Straße", "strasse"},
      {"  many\t\n spaces\u00a0here ", "many spaces here"},
      {"soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"},
      {"❤️", "❤"},
      {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
      {"", ""},
      {"   ", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(base::fold(row.input), row.expected) << row.input;
}

TEST(Fold, IsTheSameTwice) {
  for (const std::string text : {"Où est l’ÉTÉ ?", "ﬁne ＃Tag", "İstanbul"}) {
    EXPECT_EQ(base::fold(base::fold(text)), base::fold(text)) << text;
  }
}

std::string utf8(char32_t c) {
  std::string text;
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  }
  return text + static_cast<char>(0x80U | (c & 0x3FU));
}

// A character that asks for the general way does not change what stands beside it.
TEST(Fold, TheShortWayIsTheGeneralWay) {
  for (char32_t c = 1; c < 0x20000; c = c == 0xD7FF ? 0xE000 : c + 1) {
    const std::string text = "a" + utf8(c) + "Bz" + utf8(c) + utf8(c);
    const std::string longer = base::fold(text + "|大");
    EXPECT_EQ(base::fold(text + "|") + "大", longer) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(ValidUtf8, ReplacesWhatIsBroken) {
  const std::vector<Row> rows{
      {"plain", "plain"},           {"é👍", "é👍"}, {"a\xff b", "a\uFFFD b"}, {"cut \xe2\x82", "cut \uFFFD"},
      {"\xc0\xaf", "\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(base::valid_utf8(row.input), row.expected);
    EXPECT_EQ(base::is_valid_utf8(row.input), row.input == row.expected);
  }
}

TEST(Count, CodePointsAndGraphemes) {
  EXPECT_EQ(base::count_code_points("é👨‍👩‍👧"), 6u);
  EXPECT_EQ(base::count_graphemes("é👨‍👩‍👧"), 2u);
  EXPECT_EQ(base::count_graphemes("a\r\nb"), 3u);
  EXPECT_EQ(base::count_graphemes(""), 0u);
}

TEST(Trim, TakesNoBreakSpacesToo) {
  EXPECT_EQ(base::trim(" \u00a0\t x y \u00a0"), "x y");
  EXPECT_EQ(base::trim(" "), "");
}

TEST(SplitAndJoin, AreOpposites) {
  EXPECT_EQ(base::split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(base::split("", ','), std::vector<std::string>{""});
  EXPECT_EQ(base::join({"a", "", "b"}, ", "), "a, , b");
  EXPECT_EQ(base::join({}, ", "), "");
}

TEST(Shorten, CutsAtCharactersNotBytes) {
  EXPECT_EQ(base::shorten("hello", 5), "hello");
  EXPECT_EQ(base::shorten("hello world", 7), "hello…");
  EXPECT_EQ(base::shorten("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2),
            "👨‍👩‍👧…");
}

TEST(Closest, FindsASlipOfTheFingerAndNothingElse) {
  const std::vector<std::string> keys{"when", "then", "unless", "asks_question", "answered_by"};
  EXPECT_EQ(base::closest("whne", keys), "when");
  EXPECT_EQ(base::closest("asks_questions", keys), "asks_question");
  EXPECT_EQ(base::closest("Unless", keys), "unless");
  EXPECT_EQ(base::closest("colour", keys), "");
  EXPECT_EQ(base::closest("", keys), "");
}

TEST(StableHash, NeverChanges) {
  EXPECT_EQ(base::stable_hash(""), 0xef46db3751d8e999ULL);
  EXPECT_EQ(base::to_hex(base::stable_hash("")), "ef46db3751d8e999");
}

TEST(StartsWithFolded, ComparesAsPeopleDo) {
  EXPECT_TRUE(base::starts_with_folded("Été 2026", "ete"));
  EXPECT_FALSE(base::starts_with_folded("et", "ete"));
}

}  // namespace
