#include "language/phrase_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace language {
namespace {

using Ids = std::vector<std::uint32_t>;

bool finds(const std::string& phrase, const std::string& text) {
  return !PhraseIndex::build({phrase}).find(tokens_of(text)).empty();
}

TEST(PhraseIndex, finds_whole_words_in_any_spelling) {
  struct Case {
    const char* phrase;
    const char* text;
    bool found;
  };
  const std::vector<Case> cases{
      {"slides", "Where are the SLIDES?", true},
      {"slides", "landslides", false},
      {"slides", "slides_old", false},
      {"slides", "#slides please", true},
      {"slides", "", false},
      {"où", "Ou est-ce ?", true},
      {"Ou", "où ça", true},
      {"don't know", "I don’t know", true},
      {"aide", "besoin de l'aide", true},
      {"l’aide", "l'aide", true},
      {"dana", "Dana's post", true},
      {"can", "I can't", false},
      {"slide deck", "the slide   deck", true},
      {"slide deck", "the slide\ndeck", true},
      {"slide deck", "slide-deck", true},
      {"slide-deck", "slide deck", true},
      {"slide deck", "slide. Deck", false},
      {"slide deck", "slide? deck", false},
      {"slide deck", "slide the deck", false},
      {"slide deck", "the #slide #deck", true},
      {"slide deck", "the \"slide\" deck", true},
      {"e-mail", "my e mail", true},
      {"q&a", "the Q&A today", true},
      {"q&a", "q a", false},
      {"c++", "I like C++", true},
      {"c++", "I like C", false},
      {"c", "I like C++", true},
      {"#intro", "#Intro hi", true},
      {"#intro", "＃ｉｎｔｒｏ hi", true},
      {"#intro", "intro hi", false},
      {"#intro", "#introduction", false},
      {"@dana", "hey @dana!", true},
      {"slides?", "any slides?", true},
      {"slides?", "any slides", false},
      {"thanks.", "many thanks", true},
      {"U.S.", "in the U.S", true},
      {"👍", "ok 👍🏽", true},
      {"課題", "課題はどこですか", true},
      {"-", "a - b", false},
      {"", "anything", false},
  };
  for (const Case& c : cases) EXPECT_EQ(finds(c.phrase, c.text), c.found) << c.phrase << " in " << c.text;
}

TEST(PhraseIndex, answers_with_places_in_the_list) {
  const PhraseIndex index =
      PhraseIndex::build({"tweet chat", "chat", "a tweet chat today", "tweet", "chat", "today maybe", "at"});
  EXPECT_EQ(index.find(tokens_of("is there a tweet chat today? chat chat")), (Ids{0, 1, 2, 3, 4}));
  EXPECT_EQ(index.find(tokens_of("a tweet chat today maybe")), (Ids{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(index.find(tokens_of("a tweet at today")), (Ids{3, 6}));
  EXPECT_TRUE(index.find({}).empty());
  EXPECT_TRUE(PhraseIndex::build({}).find(tokens_of("chat")).empty());
}

// Against the slow and obvious way, on words that overlap as much as they can.
TEST(PhraseIndex, agrees_with_looking_for_each_phrase) {
  std::uint32_t seed = 7;
  const auto next_word = [&seed] {
    seed = seed * 1664525 + 1013904223;
    return std::string(1, static_cast<char>('a' + (seed >> 24U) % 3));
  };
  const auto words = [&next_word](int count) {
    std::string text = " ";
    for (int i = 0; i < count; ++i) text += next_word() + " ";
    return text;
  };
  std::vector<std::string> phrases;
  phrases.reserve(60);
  for (int i = 0; i < 60; ++i) phrases.push_back(words(1 + i % 5));
  const PhraseIndex index = PhraseIndex::build(phrases);
  for (int round = 0; round < 300; ++round) {
    const std::string text = words(round % 12);
    Ids expected;
    for (std::uint32_t id = 0; id < phrases.size(); ++id) {
      if (text.find(phrases[id]) != std::string::npos) expected.push_back(id);
    }
    EXPECT_EQ(index.find(tokens_of(text)), expected) << text;
  }
}

TEST(PhraseIndex, stays_linear_when_everything_matches) {
  std::vector<std::string> phrases;
  std::string phrase;
  phrases.reserve(500);
  for (int i = 0; i < 500; ++i) phrases.push_back(phrase += "a ");
  const PhraseIndex index = PhraseIndex::build(phrases);
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "a ";
  EXPECT_EQ(index.find(tokens_of(text)).size(), phrases.size());
}

}  // namespace
}  // namespace language
