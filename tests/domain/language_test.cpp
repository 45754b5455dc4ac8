#include "domain/language.hpp"

#include <gtest/gtest.h>

#include "domain/course.hpp"
#include "domain/post.hpp"

namespace {

using domain::Language;

TEST(Language, IsChosenByItsCode) {
  for (const char* word : {"fr", "fr_CA.UTF-8", "fr_FR", "fr-CH"}) {
    EXPECT_EQ(domain::language_from_word(word), Language::french) << word;
  }
  for (const char* word : {"en", "en_US.UTF-8", "en-GB"}) {
    EXPECT_EQ(domain::language_from_word(word), Language::english) << word;
  }
  for (const char* word : {"", "C", "C.UTF-8", "POSIX", "de_DE", "fre", "frank"}) {
    EXPECT_FALSE(domain::language_from_word(word)) << word;
  }
}

TEST(Language, ForFacilitatorsIsTheCoursesFirstWithWords) {
  const auto chosen = [](std::vector<std::string> codes) {
    domain::Course course;
    course.languages = std::move(codes);
    return domain::language_for_facilitators(course);
  };
  EXPECT_EQ(chosen({"fr", "en"}), Language::french);
  EXPECT_EQ(chosen({"de", "fr-CA", "en"}), Language::french);
  EXPECT_EQ(chosen({"en", "fr"}), Language::english);
  EXPECT_EQ(chosen({"de"}), Language::english);
  EXPECT_EQ(chosen({}), Language::english);
}

TEST(Networks, HaveNamesInSentences) {
  const auto named = [](domain::NetworkKind network) {
    return domain::name_in_words(network, Language::english) + " / " +
           domain::name_in_words(network, Language::french);
  };
  EXPECT_EQ(named(domain::NetworkKind::practice), "the practice network / le réseau d'entraînement");
  EXPECT_EQ(named(domain::NetworkKind::mastodon), "Mastodon / Mastodon");
  EXPECT_EQ(named(domain::NetworkKind::bluesky), "Bluesky / Bluesky");
  EXPECT_EQ(named(domain::NetworkKind::x), "X / X");
}

}  // namespace
