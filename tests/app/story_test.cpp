#include "app/story.hpp"

#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"

namespace {

using rulefile::CaseResult;
using rulefile::Expectation;
using rulefile::Story;
using rulefile::StoryStep;
using namespace std::chrono_literals;
using Outcome = CaseResult::Outcome;

const base::Instant evening{std::chrono::milliseconds{1772574600000}};  // Tue 3 March 2026, 21:50 UTC

const char* const some_rules = R"(
  quiet_hours: 22:00 to 07:00
rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: ["Welcome!", "Good to see you!", "Hello there!"]
  - rule: only-dana
    mode: auto
    when: {says: status, from: facilitator}
    then:
      - reply: "All is well."
)";

StoryStep says(const std::string& who, const std::string& text, std::optional<Expectation> expect = {},
               int answers = 0) {
  StoryStep step;
  step.who = who;
  step.says = text;
  step.in_reply_to = answers;
  step.expect = std::move(expect);
  return step;
}
StoryStep waits(base::Duration length, std::optional<Expectation> expect = {}) {
  StoryStep step;
  step.length = length;
  step.expect = std::move(expect);
  return step;
}
Expectation silent() {
  Expectation expect;
  expect.silent = true;
  expect.shown = "silent";
  return expect;
}
Expectation rule(const std::string& name, const std::string& held_until = "", const std::string& route = "") {
  Expectation expect;
  expect.rule = name;
  expect.held_until = held_until;
  expect.route = route;
  expect.shown = "{rule: " + name + "}";
  return expect;
}

std::vector<CaseResult> play(const std::vector<StoryStep>& steps, const std::string& consent = "",
                             bool some_day = false) {
  Story story;
  story.name = "an evening";
  story.start = evening;
  story.consent = consent;
  story.steps = steps;
  story.some_day = some_day;
  const auto ruleset = app_test::compile(std::string(app_test::course_yaml) + some_rules, evening);
  store::MemoryStore store;
  fakes::ScriptedNetwork network;
  return app::play(story, *ruleset, store, network);
}

TEST(Story, EveryExpectationIsOneResult) {
  const auto results = play({says("ana", "hello #flock", rule("greet")), says("ana", "good night #flock"),
                             says("ben", "nothing #flock", silent())});
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].name, "an evening, step 1");
  EXPECT_EQ(results[0].outcome, Outcome::passed) << results[0].message;
  EXPECT_EQ(results[1].name, "an evening, step 3");
  EXPECT_EQ(results[1].outcome, Outcome::passed);
  EXPECT_EQ(results[1].message, "Nothing to do: no rule matches.");
  EXPECT_EQ(results[1].got, "silent");
}

TEST(Story, QuietHoursHoldTheAnswerUntilMorning) {
  const auto results = play({waits(20min), says("ana", "hello #flock", rule("greet", "07:00")),
                             waits(8h, silent()), waits(2h, rule("greet", "", "reply"))});
  ASSERT_EQ(results.size(), 3u);
  for (const CaseResult& result : results) EXPECT_EQ(result.outcome, Outcome::passed) << result.message;
}

TEST(Story, AFailureTellsWhatDiffersAndWhy) {
  const auto results = play({says("ana", "nothing #flock", rule("greet"))});
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].outcome, Outcome::failed);
  EXPECT_EQ(results[0].message,
            "expected {rule: greet}, but it stays silent (Nothing to do: no rule matches.)");
}

TEST(Story, AFacilitatorsNameIsThatFacilitator) {
  const auto results =
      play({says("ana", "status #flock", silent()), says("Dana", "status #flock", rule("only-dana"))});
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].outcome, Outcome::passed) << results[0].message;
  EXPECT_EQ(results[1].outcome, Outcome::passed) << results[1].message;
}

TEST(Story, ConsentDecidesTheRoute) {
  EXPECT_EQ(play({says("ana", "hello #flock", rule("greet", "", "reply"))}, "hashtag")[0].outcome,
            Outcome::passed);
  EXPECT_EQ(play({says("ana", "hello #flock", rule("greet", "", "draft"))}, "mention")[0].outcome,
            Outcome::passed);
  EXPECT_EQ(play({says("ana", "@flockmate hello #flock", rule("greet", "", "reply"))}, "mention")[0].outcome,
            Outcome::passed);
}

TEST(Story, WhoeverSaysStopIsNeverAnsweredAgain) {
  const auto results =
      play({says("ana", "hello #flock", rule("greet")), says("ana", "@flockmate stop #flock"),
            says("ana", "hello hello #flock", silent()), says("ben", "hello #flock", rule("greet"))});
  ASSERT_EQ(results.size(), 3u);
  for (const CaseResult& result : results) EXPECT_EQ(result.outcome, Outcome::passed) << result.message;
}

TEST(Story, AReplyToAStepNeedsNoHashtag) {
  const auto results = play({says("ana", "good evening #flock"), says("ben", "hello!", rule("greet"), 1)});
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].outcome, Outcome::passed) << results[0].message;
}

TEST(Story, SomeDayCountsNeitherAsPassedNorAsFailed) {
  EXPECT_EQ(play({says("ana", "nothing #flock", rule("greet"))}, "", true)[0].outcome,
            Outcome::some_day_failed);
  EXPECT_EQ(play({says("ana", "hello #flock", rule("greet"))}, "", true)[0].outcome,
            Outcome::some_day_passes);
}

}  // namespace
