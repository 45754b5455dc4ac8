#include "language/language_id.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "tests/language/labelled_posts.hpp"

namespace {

language::LanguageGuess guessed(const std::string& text, const std::string& tag = "") {
  return language::language_of(labelled::plain(text), tag);
}

TEST(LanguageId, LabelledPostsKeepTheirFloors) {
  for (const auto* split : {"dev", "held"}) {
    int right = 0;
    int all = 0;
    for (const auto& row : labelled::rows_of("language", split)) {
      right += guessed(row.text()).code == row.cells[0] ? 1 : 0;
      ++all;
    }
    EXPECT_GE(right, all * 97 / 100) << split;
  }
}

TEST(LanguageId, UnseenPostsKeepTheirFloor) {
  for (const auto& [split, floor] : {std::pair{"mend", 97}, std::pair{"unseen", 95}}) {
    int right = 0;
    int all = 0;
    for (const auto& row : labelled::rows_of("language", split)) {
      right += guessed(row.text()).code == row.cells[0] ? 1 : 0;
      ++all;
    }
    EXPECT_GE(right * 100, all * floor) << split;
  }
}

TEST(LanguageId, TagsBeforeALinkAreNoWords) {
  EXPECT_EQ(guessed("#edchat #teaching https://example.org/a").code, "und");
  EXPECT_EQ(guessed("merci à vous #edchat #teaching https://example.org/a").code, "fr");
}

// The words of none of these stand in the list: the letters give them away.
TEST(LanguageId, LettersTellWhatNoListKnows) {
  EXPECT_EQ(guessed("Weihnachtsgeschenke umtauschen 🙄").code, "de");
  EXPECT_EQ(guessed("jaaaaa gezelligheid").code, "nl");
  EXPECT_EQ(guessed("desayunando churros").code, "es");
  EXPECT_EQ(guessed("embouteillages partout").code, "fr");
  EXPECT_EQ(guessed("scrolling through stuff").code, "en");
}

// Chat words of one language, words of several, and what courses call their things in all of them.
TEST(LanguageId, AFewWordsOfChatAreEnough) {
  EXPECT_EQ(guessed("kweenie joh").code, "nl");
  EXPECT_EQ(guessed("vas-y balance").code, "fr");
  EXPECT_EQ(guessed("y a qqn").code, "fr");
  EXPECT_EQ(guessed("der Chat lief top").code, "de");
  EXPECT_EQ(guessed("sent u a dm").code, "en");
  EXPECT_EQ(guessed("me encantó la charla, sobre todo lo del storytelling").code, "es");
}

TEST(LanguageId, TheNetworksTagWins) {
  const auto guess = guessed("Where are the slides?", "fr-CA");
  EXPECT_EQ(guess.code, "fr");
  EXPECT_EQ(guess.confidence, 1);
  EXPECT_EQ(guessed("Where are the slides for this week?", "und").code, "en");
  EXPECT_EQ(guessed("Where are the slides for this week?", "x-klingon").code, "en");
}

TEST(LanguageId, SaysWhenNothingSpeaks) {
  for (const auto* text :
       {"", "😂😂😂", "#flockcourse", "https://example.org/where-are-the-slides", "12:30", "@ana"}) {
    EXPECT_EQ(guessed(text).code, "und") << text;
    EXPECT_EQ(guessed(text).confidence, 0) << text;
  }
}

TEST(LanguageId, KnowsLanguagesBeyondOurOwn) {
  EXPECT_EQ(
      guessed("Qualcuno sa dove sono le diapositive della settimana? Non le trovo nella pagina del corso")
          .code,
      "it");
  EXPECT_EQ(guessed("スライドはどこにありますか。今週の資料が見つかりません。").code, "ja");
}

}  // namespace
