// Inline cases and stories, read and asked.
#include "rulefile/cases.hpp"

#include <gtest/gtest.h>

#include "tests/rulefile/folder.hpp"

namespace {

using Outcome = rulefile::CaseResult::Outcome;

const base::Instant now = base::from_millis(1'772'000'000'000);

constexpr const char* slides_rule =
    "rules:\n"
    "  - rule: slides\n"
    "    mode: shadow\n"
    "    when:\n"
    "      says: slides\n"
    "    unless:\n"
    "      answered_by: anyone\n"
    "    wait: 3 hours\n"
    "    then:\n"
    "      - reply: \"The slides are at {{course.site}}\"\n"
    "      - save_question: yes\n"
    "    limit: once per learner\n"
    "    test:\n";

std::vector<rulefile::CaseResult> results(const std::string& cases) {
  const auto files = tests::with_rules(slides_rule + cases);
  const auto read = rulefile::read_cohort(files, {});
  EXPECT_TRUE(read.bad_files.empty()) << rulefile::to_text(read.diagnostics, false);
  if (!read.source) return {};
  const auto ruleset = rules::Ruleset::compile(*read.source, now);
  EXPECT_TRUE(ruleset);
  std::vector<rulefile::CaseResult> out;
  for (const auto& one : rulefile::read_cases(files, {}).cases) out.push_back(rulefile::ask(**ruleset, one));
  return out;
}

rulefile::CaseResult result(const std::string& one) {
  const auto all = results(one);
  return all.size() == 1 ? all.front() : rulefile::CaseResult{};
}

TEST(Cases, AskOneRuleAloneWhateverItsMode) {
  const auto got =
      result("      - post: \"Where are the slides?\"\n        expect: reply with \"slides are at\"\n");
  EXPECT_EQ(got.outcome, Outcome::passed);
  EXPECT_EQ(got.message, "");
  EXPECT_EQ(got.name, "slides: Where are the slides?");
  EXPECT_EQ(got.mark.line, 14);
  EXPECT_EQ(got.got, "reply with \"The slides are at https://example.org/course\"");
}

TEST(Cases, ASilentPassNamesWhatStoppedIt) {
  const auto got = result("      - post: Good morning\n        expect: silent\n");
  EXPECT_EQ(got.outcome, Outcome::passed);
  EXPECT_EQ(got.message, "says: slides - its words are not in the post");
  EXPECT_EQ(got.got, "silent");
  const auto answered =
      result("      - post: Where are the slides?\n        answered_by: learner\n        expect: silent\n");
  EXPECT_EQ(answered.outcome, Outcome::passed);
  EXPECT_EQ(answered.message, "unless answered_by: anyone - a learner has answered");
}

TEST(Cases, AFailureShowsOnlyWhatDiffersAndWhy) {
  EXPECT_EQ(
      result("      - post: Good morning\n        expect: reply with \"slides\"\n").message,
      "expected reply with \"slides\", but it stays silent (says: slides - its words are not in the post)");
  const auto loud = result("      - post: Where are the slides?\n        expect: silent\n");
  EXPECT_EQ(loud.outcome, Outcome::failed);
  EXPECT_EQ(loud.message.substr(0, 103),
            "expected silence, but it does: reply \"The slides are at https://example.org/course\" and "
            "save_question (");
  EXPECT_EQ(result("      - post: Where are the slides?\n        expect: tell_facilitators\n").outcome,
            Outcome::failed);
}

TEST(Cases, SomeDayNeitherPassesNorFails) {
  EXPECT_EQ(result("      - post: Good morning\n        expect: reply\n        some_day: yes\n").outcome,
            Outcome::some_day_failed);
  EXPECT_EQ(result("      - post: slides\n        expect: reply\n        some_day: yes\n").outcome,
            Outcome::some_day_passes);
}

TEST(Cases, OfARuleThatIsGoneFail) {
  const auto files = tests::with_rules("");
  const auto read = rulefile::read_cohort(files, {});
  const auto ruleset = rules::Ruleset::compile(*read.source, now);
  rulefile::Case one;
  one.rule = "gone";
  one.post = "x";
  EXPECT_EQ(rulefile::ask(**ruleset, one).message, "there is no rule \"gone\"");
  EXPECT_EQ(rulefile::ask(**ruleset, one).outcome, Outcome::failed);
}

domain::Action said(const std::string& text, domain::Route route = domain::Route::reply) {
  domain::Action action;
  action.rule = "slides";
  action.text = text;
  action.route = route;
  action.route_reason = "has not joined";
  return action;
}

rulefile::Expectation expect_words(const std::string& words) {
  rulefile::Expectation expect;
  expect.with = words;
  expect.shown = "{with: " + words + "}";
  return expect;
}

TEST(Difference, IsEmptyWhenAllHolds) {
  rulefile::Expectation expect = expect_words("SLIDES are");
  expect.rule = "slides";
  expect.route = "reply";
  expect.does = {"reply"};
  EXPECT_EQ(rulefile::difference(expect, {said("The slides are here")}, {}), "");
}

TEST(Difference, SaysWhatIsOtherwise) {
  const std::vector<domain::Action> happened{said("The slides are here", domain::Route::draft)};
  EXPECT_EQ(rulefile::difference(expect_words("deck"), happened, {}),
            "expected the words \"deck\", but it says \"The slides are here\"");
  rulefile::Expectation expect;
  expect.route = "reply";
  EXPECT_EQ(rulefile::difference(expect, happened, {}), "expected the route reply, but it is draft");
  expect = {};
  expect.rule = "welcome";
  EXPECT_EQ(rulefile::difference(expect, happened, {}),
            "expected the rule \"welcome\", but it was \"slides\"");
  expect = {};
  expect.does = {"reply", "save_question"};
  EXPECT_EQ(rulefile::difference(expect, happened, {}),
            "expected save_question, but it does: reply \"The slides are here\"");
  expect = {};
  expect.held_until = "07:00";
  EXPECT_EQ(rulefile::difference(expect, happened, {}),
            "expected it to wait until 07:00, but it is said at once");
}

TEST(Difference, IsToldInFrench) {
  const auto told = [](const rulefile::Expectation& expect, const std::vector<domain::Action>& happened) {
    return rulefile::difference(expect, happened, {}, domain::Language::french);
  };
  const std::vector<domain::Action> happened{said("Les diapos", domain::Route::draft)};
  rulefile::Expectation expect = expect_words("deck");
  EXPECT_EQ(told(expect, {}), "{with: deck} était attendu, mais il reste silencieux");
  EXPECT_EQ(told(expect, happened),
            "les mots «\u00A0deck\u00A0» étaient attendus, mais il dit «\u00A0Les diapos\u00A0»");
  expect = {};
  expect.silent = true;
  EXPECT_EQ(told(expect, happened),
            "le silence était attendu, mais il fait\u00A0: reply «\u00A0Les diapos\u00A0»");
  expect = {};
  expect.route = "reply";
  EXPECT_EQ(told(expect, happened), "la route reply était attendue, mais c'est draft");
  expect = {};
  expect.rule = "welcome";
  EXPECT_EQ(told(expect, happened),
            "la règle «\u00A0welcome\u00A0» était attendue, mais c'est «\u00A0slides\u00A0»");
  expect = {};
  expect.does = {"save_question"};
  EXPECT_EQ(told(expect, happened),
            "save_question était attendu, mais il fait\u00A0: reply «\u00A0Les diapos\u00A0»");
  expect = {};
  expect.held_until = "07:00";
  EXPECT_EQ(told(expect, happened), "il devait attendre jusqu'à 07:00, mais c'est dit tout de suite");
}

TEST(Difference, ComparesTheClockOfTheCourse) {
  domain::Action held = said("x");
  held.held_until = *base::parse_rfc3339("2026-03-04T07:00:00Z");
  rulefile::Expectation expect;
  expect.held_until = "7:00";
  EXPECT_EQ(rulefile::difference(expect, {held}, {}), "");
  expect.held_until = "08:00";
  EXPECT_EQ(rulefile::difference(expect, {held}, {}),
            "expected it to wait until 08:00, but it waits until 07:00");
}

TEST(AsExpectation, CanStandInAFile) {
  EXPECT_EQ(rulefile::as_expectation({}), "silent");
  EXPECT_EQ(rulefile::as_expectation({said("Note: it's here")}), "'reply with \"Note: it''s here\"'");
  domain::Action saved;
  saved.kind = domain::ActionKind::save_question;
  EXPECT_EQ(rulefile::as_expectation({saved}), "save_question");
}

TEST(Stories, AreReadWithTheCoursesClock) {
  const auto files = tests::with_file("first.test.yaml",
                                      "stories:\n"
                                      "  - story: a first day\n"
                                      "    start: 2026-03-03 21:50\n"
                                      "    network: x\n"
                                      "    consent: mention\n"
                                      "    steps:\n"
                                      "      - ana: \"Hello\"\n"
                                      "        expect: silent\n"
                                      "      - wait: 20 minutes\n"
                                      "        expect: {does: [tell_facilitators], held_until: \"07:00\"}\n"
                                      "      - Dana: \"Welcome\"\n"
                                      "        in_reply_to: 1\n");
  const auto read = rulefile::read_cases(files, {});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "");
  ASSERT_EQ(read.stories.size(), 1U);
  const rulefile::Story& story = read.stories.front();
  EXPECT_EQ(story.name, "a first day");
  EXPECT_EQ(base::to_rfc3339(story.start), "2026-03-04T02:50:00Z");
  EXPECT_EQ(story.network, domain::NetworkKind::x);
  EXPECT_EQ(story.consent, "mention");
  ASSERT_EQ(story.steps.size(), 3U);
  EXPECT_EQ(story.steps[0].who, "ana");
  EXPECT_EQ(story.steps[0].says, "Hello");
  EXPECT_TRUE(story.steps[0].expect->silent);
  EXPECT_EQ(story.steps[1].length, std::chrono::minutes{20});
  EXPECT_EQ(story.steps[1].expect->held_until, "07:00");
  EXPECT_EQ(story.steps[2].in_reply_to, 1);
}

}  // namespace
