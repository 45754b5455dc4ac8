// The shipped words: both languages are complete, say the same with the same placeholders, and stay short.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path templates = fs::path(FLOCKMATE_SOURCE_DIR) / "templates";

std::map<std::string, std::vector<std::string>> variants_of(const std::string& language) {
  std::map<std::string, std::vector<std::string>> found;
  const auto files = base::list_files(templates / language, ".mustache");
  EXPECT_TRUE(files.ok());
  for (const fs::path& file : *files) {
    std::vector<std::string>& variants = found[file.stem()];
    variants.emplace_back();
    for (const std::string& line : base::split(*base::read_file(file), '\n')) {
      if (line == "---") {
        variants.emplace_back();
      } else {
        variants.back() += line;
      }
    }
  }
  return found;
}

std::set<std::string> placeholders_of(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2))
    found.insert(text.substr(at + 2, text.find("}}", at) - at - 2));
  return found;
}

TEST(ShippedWords, exist_for_everything_the_bot_says_by_itself) {
  const std::set<std::string> wanted{"welcome",       "faq",          "glossary",     "consent-stop",
                                     "consent-start", "consent-join", "consent-help", "consent-forget",
                                     "consent-who"};
  for (const char* language : {"en", "fr"}) {
    std::set<std::string> names;
    for (const auto& [name, variants] : variants_of(language)) names.insert(name);
    EXPECT_EQ(names, wanted) << language;
  }
}

TEST(ShippedWords, are_as_many_in_french_as_in_english_and_fill_in_the_same) {
  auto french = variants_of("fr");
  for (const auto& [name, english] : variants_of("en")) {
    const std::vector<std::string>& other = french[name];
    ASSERT_EQ(english.size(), other.size()) << name;
    for (std::size_t i = 0; i < english.size(); ++i)
      EXPECT_EQ(placeholders_of(english[i]), placeholders_of(other[i])) << name << " " << i + 1;
  }
}

TEST(ShippedWords, differ_between_variants_and_fill_a_fair_part_of_a_post) {
  for (const char* language : {"en", "fr"}) {
    for (const auto& [name, variants] : variants_of(language)) {
      EXPECT_EQ(std::set<std::string>(variants.begin(), variants.end()).size(), variants.size()) << name;
      for (const std::string& one : variants) {
        EXPECT_FALSE(base::trim(one).empty()) << name;
        EXPECT_LE(base::count_graphemes(one), 200u) << language << "/" << name << ": " << one;
        for (const char* raw : {"{{{", "{{&"}) EXPECT_EQ(one.find(raw), std::string::npos) << name;
      }
    }
  }
}

// Nobody is forgotten and greeted by name in the same breath.
TEST(ShippedWords, of_an_erasure_name_nobody) {
  for (const char* language : {"en", "fr"})
    EXPECT_EQ(placeholders_of(variants_of(language)["consent-forget"].front()), std::set<std::string>{})
        << language;
}

TEST(ShippedWords, say_that_it_is_a_bot_and_who_is_human) {
  for (const auto& [language, bot] : std::map<std::string, std::string>{{"en", "bot"}, {"fr", "robot"}}) {
    auto all = variants_of(language);
    for (const char* name : {"welcome", "consent-help", "consent-who"}) {
      for (const std::string& one : all[name]) {
        EXPECT_NE(one.find(bot), std::string::npos) << one;
        EXPECT_NE(one.find("{{contact}}"), std::string::npos) << one;
      }
    }
  }
}

}  // namespace
