#include "language/literal_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "language/regex_edges.hpp"

namespace {

using language::LiteralSearch;
using Places = std::vector<std::uint32_t>;

Places sorted(Places places) {
  std::sort(places.begin(), places.end());
  return places;
}

TEST(LiteralSearch, FindsLiteralsOfAnyLengthAsOftenAsTheyStandThere) {
  const LiteralSearch search({"no", "not", "note", "nothing at all", "e", "té", "no"});
  EXPECT_EQ(sorted(search.find("a note, not nothing")), (Places{0, 0, 0, 1, 1, 1, 2, 6, 6, 6}));
  EXPECT_EQ(sorted(search.find("nothing at all")), (Places{0, 1, 3, 6}));
  EXPECT_EQ(sorted(search.find("nothing at al")), (Places{0, 1, 6}));
  EXPECT_EQ(search.find("été"), Places{5});
  EXPECT_EQ(search.find("n"), Places{});
  EXPECT_EQ(search.find(""), Places{});
  EXPECT_EQ(LiteralSearch().find("note"), Places{});
}

TEST(LiteralSearch, ZeroBytesAreBytesLikeAnyOther) {
  using namespace std::string_literals;
  const LiteralSearch search({"\0\0"s, "\0a"s, "ab"});
  EXPECT_EQ(sorted(search.find("\0\0ab"s)), (Places{0, 1, 2}));
  EXPECT_EQ(search.find("\0b"s), Places{});
}

TEST(LiteralSearch, EdgesHoldWhereWordsAndTheTextBeginAndEnd) {
  const std::string word(1, language::word_edge);
  const std::string text(1, language::text_edge);
  const LiteralSearch search({word + "is", "is" + word, text + "is", "is" + text, word + "a" + word, ",",
                              word + "is " + word + "it"});
  EXPECT_EQ(sorted(search.find("is this it")), (Places{0, 1, 1, 2}));
  EXPECT_EQ(sorted(search.find("so this is")), (Places{0, 1, 1, 3}));
  EXPECT_EQ(sorted(search.find("is it")), (Places{0, 1, 2, 6}));
  EXPECT_EQ(sorted(search.find("take a, as")), (Places{4, 5}));
  EXPECT_EQ(sorted(search.find("\u00E9a")), Places{4}) << "as RE2 sees words";
  EXPECT_EQ(search.find(word + text), Places{}) << "a text has no edge characters";
}

TEST(LiteralSearch, WhereALongTextIsCutForSearchingChangesNothing) {
  const std::string word(1, language::word_edge);
  const LiteralSearch search({word + "this" + word, "his i", word + "his", "s" + word});
  for (std::size_t before = 240; before < 270; ++before) {
    const std::string text = std::string(before, 'x') + " this is" + std::string(300, 'x');
    EXPECT_EQ(sorted(search.find(text)), (Places{0, 1, 3})) << before;
  }
}

TEST(LiteralSearch, CanFindTwoBytesASignOrALetterAtAnEdge) {
  const std::string word(1, language::word_edge);
  for (const char* const yes : {"ab", ",", "is"}) EXPECT_TRUE(LiteralSearch::can_find(yes)) << yes;
  EXPECT_TRUE(LiteralSearch::can_find(word + "a"));
  EXPECT_TRUE(LiteralSearch::can_find("a" + word));
  for (const char* const no : {"", "a", " "}) EXPECT_FALSE(LiteralSearch::can_find(no)) << no;
  EXPECT_FALSE(LiteralSearch::can_find(word));
}

// Against the plain search, over texts and literals of few letters, so that they meet in every way.
TEST(LiteralSearch, FindsWhatThePlainSearchFinds) {
  std::uint32_t dice = 3;
  const auto text_of = [&dice](std::size_t most) {
    std::string text;
    for (std::size_t left = 1 + (dice = dice * 1664525U + 1013904223U) % most; left > 0; --left) {
      text += "abc "[(dice = dice * 1664525U + 1013904223U) >> 30U];
    }
    return text;
  };
  std::size_t hits = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> literals;
    literals.reserve(40);
    for (int i = 0; i < 40; ++i) literals.push_back(text_of(9));
    const LiteralSearch search(literals);
    const std::string text = text_of(600);
    Places expected;
    for (std::uint32_t place = 0; place < literals.size(); ++place) {
      if (!LiteralSearch::can_find(literals[place])) continue;
      for (auto at = text.find(literals[place]); at != std::string::npos;
           at = text.find(literals[place], at + 1))
        expected.push_back(place);
    }
    ASSERT_EQ(sorted(search.find(text)), expected) << text;
    hits += expected.size();
  }
  EXPECT_GT(hits, 1'000U);
}

}  // namespace
