#include "language/chat_spelling.hpp"

#include <gtest/gtest.h>

#include "tests/language/labelled_posts.hpp"

namespace {

using language::written_out;

TEST(ChatSpelling, IsWrittenOut) {
  const struct {
    const char* typed;
    const char* meant;
  } cases[] = {
      {"wud u plz help", "would you please help"},
      {"i want 2 die", "i want to die"},
      {"how r u", "how are you"},
      {"r u coming 2nite", "are you coming tonight"},
      {"id never been", "i'd never been"},
      {"i cant, i wasnt there", "i can't, i wasn't there"},
      {"jveux savoir pk tu ris", "je veux savoir pourquoi tu ris"},
      {"vs avez vu", "vous avez vu"},
      {"c koi", "c'est quoi"},
      {"tt le monde", "tout le monde"},
  };
  for (const auto& [typed, meant] : cases) EXPECT_EQ(written_out(typed), meant);
}

TEST(ChatSpelling, WhatMayMeanSomethingElseStays) {
  for (const char* text : {"", "2 groups of 2", "team r vs team s", "my id is lost", "version c", "m. et tt",
                           "ur", "step 2, 3", "what is overfitting", "_at_ 日本語 u2"})
    EXPECT_EQ(written_out(text), text);
}

TEST(ChatSpelling, TellsNothingOfTheLanguage) {
  const auto plain = labelled::plain("Wat een dag! im Kurs");
  EXPECT_EQ(plain.spelt, "wat een dag . im kurs . ");
  EXPECT_EQ(plain.folded, "what een dag . i'm kurs . ");
}

}  // namespace
