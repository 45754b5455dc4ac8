// Every sentence in every language: none missing, the same blanks in it, and set as that language sets it.
#include <gtest/gtest.h>

#include <set>

#include "language/reading.hpp"
#include "rulefile/catalogue.hpp"
#include "rulefile/help.hpp"
#include "rulefile/help_pages.hpp"
#include "rulefile/messages.hpp"
#include "tests/rulefile/folder.hpp"

namespace {

using rulefile::Language;

std::set<char> blanks(std::string_view words) {
  std::set<char> out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == '%' && words[i + 1] >= '1' && words[i + 1] <= '9') out.insert(words[i + 1]);
  }
  return out;
}

void expect_translated(std::string_view english, std::string_view french, const std::string& where) {
  EXPECT_EQ(english.empty(), french.empty()) << where;
  EXPECT_EQ(blanks(english), blanks(french)) << where;
  const bool only_blanks = english.size() <= 2;  // "%1", "%4": what is filled in has its own words
  EXPECT_TRUE(only_blanks || english != french) << where;
}

TEST(Languages, SayEverySentence) {
  for (std::size_t i = 0; i < rulefile::message_count; ++i) {
    const rulefile::Sentence& english = rulefile::english_sentences().at(i);
    const rulefile::Sentence& french = rulefile::french_sentences().at(i);
    const std::string where = "message " + std::to_string(i) + " (" + std::string(english.headline) + ")";
    expect_translated(english.headline, french.headline, where);
    expect_translated(english.under_caret, french.under_caret, where);
    expect_translated(english.effect, french.effect, where);
    expect_translated(english.fix, french.fix, where);
  }
}

TEST(Languages, SayEveryPhrase) {
  for (std::size_t i = 0; i < rulefile::phrase_count; ++i) {
    const std::string_view english = rulefile::english_phrases().at(i).words;
    expect_translated(english, rulefile::french_phrases().at(i).words, std::string(english));
  }
}

TEST(Languages, SayWhyEveryRequiredKeyIsNeeded) {
  for (const rulefile::Key& key : rulefile::grammar()) {
    EXPECT_EQ(rulefile::french_help(key).empty(), !key.required) << key.name;
  }
}

TEST(Languages, HaveEveryPage) {
  auto pages = rulefile::french_reading_pages();
  for (const auto& page : rulefile::french_meaning_pages()) pages.push_back(page);
  std::vector<std::string> codes;
  for (const rulefile::HelpPage& page : pages) {
    codes.emplace_back(page.code);
    EXPECT_FALSE(page.title.empty() || page.what.empty() || page.why.empty() || page.mend.empty())
        << page.code;
    EXPECT_NE(rulefile::help_page(codes.back(), Language::french), rulefile::help_page(codes.back()));
  }
  EXPECT_EQ(codes, rulefile::help_codes());
  EXPECT_FALSE(rulefile::help_page("R999", Language::french));
}

TEST(French, SetsUnbreakableSpacesInItsOwnWordsOnly) {
  EXPECT_EQ(rulefile::fill("« %1 » : quoi ?", {"a : b ?"}, Language::french),
            "«\u00A0a : b ?\u00A0»\u00A0: quoi\u00A0?");
  EXPECT_EQ(rulefile::fill("\"%1\" : what ?", {"a : b"}, Language::english), "\"a : b\" : what ?");
}

TEST(French, CountsNothingInTheSingular) {
  EXPECT_EQ(rulefile::count_line({}, Language::french), "0 erreur, 0 remarque");
  rulefile::Diagnostic mistake;
  rulefile::Diagnostic hint;
  hint.severity = rulefile::Severity::warning;
  EXPECT_EQ(rulefile::count_line({mistake, hint}, Language::french), "1 erreur, 1 remarque");
  EXPECT_EQ(rulefile::count_line({mistake, mistake, hint, hint}, Language::french), "2 erreurs, 2 remarques");
}

TEST(French, HasPagesLikeThis) {
  EXPECT_EQ(
      rulefile::help_page("R014", Language::french),
      "R014  Une partie d'un texte ne serait pas envoyée\n"
      "\nCe que cela veut dire\n  Une espace suivie de # ouvre une note pour vous-même, partout hors des "
      "guillemets. Le reste de la ligne n'est pas lu.\n"
      "\nCe que verraient vos apprenants\n  Vos apprenants voient une demi-phrase, le plus souvent sans le "
      "mot-dièse.\n"
      "\nComment corriger\n  Mettez tout le texte entre guillemets droits.\n"
      "\nAvant\n        - reply: Post it again with #DataCourse so others see it\n"
      "\nAprès\n        - reply: \"Post it again with #DataCourse so others see it\"\n");
}

TEST(French, IsSpokenInEveryFormat) {
  const auto read = rulefile::read_cohort(tests::with_rules("rules:\n  - rule: a\n    whne: x\n"), {});
  const std::string json = rulefile::to_json(read.diagnostics, Language::french);
  const std::string github = rulefile::to_github(read.diagnostics, Language::french);
  for (const std::string& text : {json, github}) {
    EXPECT_NE(text.find("vouliez-vous dire «\u00A0when\u00A0»\u00A0?"), std::string::npos) << text;
    EXPECT_NE(text.find("R003"), std::string::npos);
  }
  EXPECT_NE(github.find("Dans une règle, on peut écrire\u00A0: rule, because"), std::string::npos) << github;
}

TEST(French, LeavesAloneWhatNoMessageStandsBehind) {
  rulefile::Diagnostic mistake;
  mistake.message = "said by somebody else";
  EXPECT_EQ(rulefile::in_language(mistake, Language::french).message, "said by somebody else");
}

}  // namespace
