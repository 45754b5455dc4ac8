#include "cli/reading_json.hpp"
#include "rules/ruleset.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using language::Danger;
using language::Told;

std::shared_ptr<const rules::Ruleset> ruleset() {
  rules::RulesetSource source;
  source.course.cohort = "small";
  source.course.time_zone = "UTC";
  source.course.understanding = {0.75, 0.45};
  source.content.faq = {{"slides", {"Where are the slides?"}, {{"", "There."}}, {}, ""},
                        {"recordings", {"Is it recorded?"}, {{"", "Yes."}}, {}, ""}};
  source.content.glossary = {{"Retweet", {"RT"}, {}, {}}};
  const auto compiled = rules::Ruleset::compile(std::move(source), base::Instant{});
  return compiled ? *compiled : nullptr;
}

std::string written(const language::Reading& reading, const std::string& id = "\"a\"") {
  std::string out;
  cli::append_reading(out, id, *ruleset(), reading);
  return out;
}

TEST(ReadingJson, APostThatSaysNothing) {
  EXPECT_EQ(written({}, "null"),
            "{\"id\":null,\"entities\":{\"hashtags\":[],\"mentions\":[],\"urls\":[],\"cashtags\":[]},"
            "\"length\":{\"x_weighted\":0,\"mastodon\":0,\"graphemes\":0,\"bytes\":0},"
            "\"language\":{\"code\":\"und\",\"confidence\":0.0},\"question\":{\"is\":false,\"score\":0.0},"
            "\"introduction\":{\"is\":false,\"score\":0.0,\"told\":[]},"
            "\"safety\":{\"human_needed\":false,\"kind\":null,\"score\":0.0},\"command\":null,"
            "\"glossary\":null,\"faq\":{\"best\":null,\"score\":0,\"decision\":\"silent\",\"next\":[]}}");
}

TEST(ReadingJson, APostThatSaysEverything) {
  language::Reading reading;
  reading.entities = {
      {{"flock", {0, 6}}, {"été", {7, 11}}}, {{"ana", {12, 16}}}, {{"http://x.org", {17, 29}}}, {}};
  reading.lengths = {57, 60, 61, 64};
  reading.language = {"en", 0.98};
  reading.question = {true, 0.93456};
  reading.introduction = {
      true, 1, {{Told::Kind::place, "Hali\"fax", {9, 16}}, {Told::Kind::role, "HR", {1, 3}}}};
  reading.safety = {Danger::self_harm, 0.5};
  reading.command = language::Command::forget;
  reading.glossary = {{0, "rt", 0.9}};
  reading.faq = {{0, 0.80004}, {1, 0.1234}};
  EXPECT_EQ(
      written(reading),
      "{\"id\":\"a\",\"entities\":{\"hashtags\":[{\"text\":\"flock\",\"indices\":[0,6]},"
      "{\"text\":\"été\",\"indices\":[7,11]}],\"mentions\":[{\"text\":\"ana\",\"indices\":[12,16]}],"
      "\"urls\":[{\"text\":\"http://x.org\",\"indices\":[17,29]}],\"cashtags\":[]},"
      "\"length\":{\"x_weighted\":57,\"mastodon\":60,\"graphemes\":61,\"bytes\":64},"
      "\"language\":{\"code\":\"en\",\"confidence\":0.98},\"question\":{\"is\":true,\"score\":0.9346},"
      "\"introduction\":{\"is\":true,\"score\":1.0,\"told\":[{\"kind\":\"place\",\"text\":\"Hali\\\"fax\","
      "\"indices\":[9,16]},{\"kind\":\"role\",\"text\":\"HR\",\"indices\":[1,3]}]},"
      "\"safety\":{\"human_needed\":true,\"kind\":\"self-harm\",\"score\":0.5},\"command\":\"forget\","
      "\"glossary\":{\"term\":\"Retweet\",\"score\":0.9},"
      "\"faq\":{\"best\":\"slides\",\"score\":0.8,\"decision\":\"answer\","
      "\"next\":[{\"id\":\"recordings\",\"score\":0.1234}]}}");
}

TEST(ReadingJson, TheThresholdsOfTheCourseDecide) {
  language::Reading reading;
  for (const auto& [score, decision] : std::vector<std::pair<double, std::string>>{
           {0.75, "answer"}, {0.74, "draft"}, {0.45, "draft"}, {0.44, "silent"}}) {
    reading.faq = {{0, score}};
    EXPECT_EQ(nlohmann::json::parse(written(reading)).at("faq").at("decision"), decision);
  }
  reading.glossary = {{std::nullopt, "SCORM", 0.75}};
  EXPECT_EQ(nlohmann::json::parse(written(reading)).at("glossary").dump(),
            "{\"asked\":\"SCORM\",\"score\":0.75}");
}

TEST(ReadingJson, StringsComeBackAsTheyWere) {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  all += "é👍";
  std::string out;
  cli::append_json_string(out, all);
  EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), all);
  out.clear();
  cli::append_json_string(out, "a\nb\x01");
  EXPECT_EQ(out, "\"a\\u000ab\\u0001\"");
}

TEST(ReadingJson, ScoresHaveFourDigitsAtMost) {
  language::Reading reading;
  for (const auto& [score, shown] : std::vector<std::pair<double, std::string>>{{0.00004, "0.0"},
                                                                                {0.0001, "0.0001"},
                                                                                {0.1, "0.1"},
                                                                                {0.25, "0.25"},
                                                                                {0.99996, "1.0"},
                                                                                {0.0203, "0.0203"}}) {
    reading.question.score = score;
    EXPECT_NE(written(reading).find("\"question\":{\"is\":false,\"score\":" + shown + "}"), std::string::npos)
        << score;
  }
}

}  // namespace
