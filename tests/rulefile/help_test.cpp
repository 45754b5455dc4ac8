// Help pages, the schema and the reference page: all made from what the program knows, none stale.
#include "rulefile/help.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "rulefile/grammar.hpp"
#include "rulefile/messages.hpp"
#include "tests/rulefile/golden.hpp"

namespace {

TEST(HelpPages, AreThereForEveryCode) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(rulefile::Message::count); ++i) {
    const std::string code(rulefile::code_of(static_cast<rulefile::Message>(i)));
    EXPECT_TRUE(rulefile::help_page(code)) << code;
  }
  EXPECT_FALSE(rulefile::help_page("R999"));
  const auto codes = rulefile::help_codes();
  EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end()));
}

TEST(HelpPages, ReadLikeThis) {
  EXPECT_EQ(rulefile::help_page("R014"),
            "R014  Part of a text would not be sent\n"
            "\nWhat it means\n  A space followed by # starts a note to yourself, wherever it stands outside "
            "quotes. The rest of the line "
            "is not read.\n"
            "\nWhat learners would notice\n  Learners see half a sentence, mostly without the hashtag.\n"
            "\nHow to mend it\n  Put the whole text in quotes.\n"
            "\nBefore\n        - reply: Post it again with #DataCourse so others see it\n"
            "\nAfter\n        - reply: \"Post it again with #DataCourse so others see it\"\n");
}

TEST(KeyPages, TellALineWhereverItMayStand) {
  EXPECT_EQ(rulefile::key_page("site"),
            "site  below course\n  The course's web address, for {{course.site}}.\n  After the colon: a "
            "text\n  For "
            "example      site: https://example.org/course\n");
  const std::string label = rulefile::key_page("label").value_or("");
  EXPECT_NE(label.find("label  below when and unless\n"), std::string::npos) << label;
  EXPECT_NE(label.find("\nlabel  below then\n"), std::string::npos) << label;
  EXPECT_EQ(rulefile::key_page("chats"),
            "chats  in a file of the course\n  Scheduled tweetchats. Not available yet.\n");
  EXPECT_NE(rulefile::key_page("breaker_replies").value_or("").find("of the service's file"),
            std::string::npos);
  EXPECT_FALSE(rulefile::key_page("whne"));
  for (const rulefile::Key& key : rulefile::grammar()) EXPECT_TRUE(rulefile::key_page(key.name)) << key.name;
}

TEST(ReferencePage, IsFresh) {
  tests::expect_golden("rules/REFERENCE.md", rulefile::reference_page());
}

TEST(Schema, KnowsEveryKeyOfTheFiles) {
  const auto schema = nlohmann::json::parse(rulefile::json_schema());
  EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
  const auto& rule = schema["properties"]["rules"]["anyOf"][1]["items"];
  for (const std::string& name : rulefile::key_names(rulefile::Where::rule))
    EXPECT_TRUE(rule["properties"].contains(name)) << name;
  for (const std::string& name : rulefile::key_names(rulefile::Where::condition)) {
    EXPECT_TRUE(rule["properties"]["when"]["properties"].contains(name)) << name;
  }
  EXPECT_EQ(rule["required"], nlohmann::json::array({"rule", "when", "then"}));
  EXPECT_FALSE(rule["additionalProperties"]);
}

TEST(Grammar, HasEachKeyOnceAndWithHelp) {
  std::set<std::pair<rulefile::Where, std::string_view>> seen;
  for (const rulefile::Key& key : rulefile::grammar()) {
    EXPECT_TRUE(seen.insert({key.where, key.name}).second) << key.name;
    EXPECT_FALSE(key.help.empty()) << key.name;
    EXPECT_EQ(rulefile::find_key(key.where, key.name), &key);
  }
}

}  // namespace
