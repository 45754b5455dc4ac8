// What a cohort's files become.
#include "rulefile/read.hpp"

#include <gtest/gtest.h>

#include "tests/rulefile/folder.hpp"

namespace {

using rules::Rule;

rulefile::CohortFiles course_with(const std::string& lines, const std::string& rules) {
  rulefile::CohortFiles files = tests::with_rules(rules);
  files.files.front().text += lines;
  return files;
}

rules::RulesetSource source_of(const rulefile::CohortFiles& files) {
  const auto read = rulefile::read_cohort(files, {});
  EXPECT_TRUE(read.bad_files.empty()) << rulefile::to_text(read.diagnostics, false);
  return read.source.value_or(rules::RulesetSource{});
}

std::vector<std::string> names(const rules::RulesetSource& source) {
  std::vector<std::string> out;
  for (const Rule& rule : source.rules) out.push_back(rule.name);
  return out;
}

std::string named(const std::string& name, const std::string& more = "") {
  return "  - rule: " + name + "\n    when: {says: x}\n    then: [{reply: hi}]\n" + more;
}

TEST(Read, TypesARule) {
  const auto source =
      source_of(tests::with_rules("rules:\n  - rule: a\n    because: so\n    mode: auto\n    when:\n      "
                                  "says: [slides, \"slide deck\"]\n      from: newcomer\n"
                                  "      posts_so_far: at most 3\n      between: 2026-01-12 and 2026-01-16\n "
                                  "   unless:\n      during: weeks 2 to 4\n"
                                  "    wait: 2 working hours\n    then:\n      - reply: {en: [one, two], fr: "
                                  "un}\n      - tell_facilitators: all\n        urgent: yes\n"
                                  "      - label: seen\n    limit: 3 per learner per day\n"));
  ASSERT_EQ(source.rules.size(), 1U);
  const Rule& rule = source.rules.front();
  EXPECT_EQ(rule.because, "so");
  EXPECT_EQ(rule.mode, domain::Mode::automatic);
  EXPECT_EQ(rule.place.file, "questions.yaml");
  EXPECT_EQ(rule.place.line, 2);
  ASSERT_EQ(rule.when.size(), 4U);
  EXPECT_EQ(rule.when[0].shown, "slides, slide deck");
  EXPECT_EQ(std::get<rules::Says>(rule.when[0].test).phrases.size(), 2U);
  EXPECT_EQ(std::get<rules::PostsSoFar>(rule.when[2].test).most, 3);
  EXPECT_EQ(std::get<rules::During>(rule.unless[0].test).spans[0].last_week, 4);
  EXPECT_TRUE(rule.wait->working_hours);
  EXPECT_EQ(rule.wait->length, std::chrono::hours{2});
  ASSERT_EQ(rule.then.size(), 3U);
  EXPECT_EQ(rule.then[0].wording.at("en").size(), 2U);
  EXPECT_TRUE(rule.then[1].urgent);
  EXPECT_EQ(rule.limit->count, 3);
  EXPECT_EQ(rule.limit->window, rules::Limit::Window::day);
}

// Systems that hide the end of a name add one of their own.
TEST(Read, FilesWithOtherEndingsArePointedOut) {
  rulefile::CohortFiles files = tests::with_rules("");
  files.not_read = {"a/faq.yaml.txt", "a/Rules.YAML", "a/more.yml"};
  std::string told;
  for (const auto& one : rulefile::read_cohort(files, {}).diagnostics)
    told += one.code + ": " + one.message + "; " + one.fix + "\n";
  EXPECT_EQ(told,
            "R062: nothing in this file is used: its name ends in .YAML; rename it to Rules.yaml\n"
            "R062: nothing in this file is used: its name ends in .yaml.txt; rename it to faq.yaml\n"
            "R062: nothing in this file is used: its name ends in .yml; rename it to more.yaml\n");
}

TEST(Read, AListOfTopicsMeansAnyOfThemAndCountsInTheVersion) {
  const auto about = [](const std::string& topics) {
    return source_of(tests::with_rules(
        "faq:\n  - {id: slides, asks: \"Where are they?\", answer: Here.}\nrules:\n  - rule: "
        "a\n    when: {asks_about: " +
        topics + "}\n    then: [{reply: hi}]\n"));
  };
  const auto source = about("[{faq: slides}, glossary]");
  const auto& asks = std::get<rules::AsksAbout>(source.rules.at(0).when.at(0).test);
  EXPECT_EQ(asks.topic, rules::Topic::faq);
  EXPECT_EQ(asks.entry, "slides");
  ASSERT_EQ(asks.or_else.size(), 1U);
  EXPECT_EQ(asks.or_else[0].topic, rules::Topic::glossary);
  const auto version = [&](const std::string& topics) {
    return (*rules::Ruleset::compile(about(topics), base::Instant{}))->version();
  };
  EXPECT_EQ(version("[faq, glossary]"), version("[faq, glossary]"));
  EXPECT_NE(version("[faq, glossary]"), version("[faq]"));
  EXPECT_NE(version("[{faq: slides}, glossary]"), version("[faq, glossary]"));
}

TEST(Read, TheVersionTellsAListFromATextWithCommas) {
  const auto version = [](const std::string& line) {
    const auto source = source_of(
        tests::with_rules("rules:\n  - rule: a\n    when: {" + line + "}\n    then: [{reply: hi}]\n"));
    return (*rules::Ruleset::compile(source, base::Instant{}))->version();
  };
  EXPECT_EQ(version("says: [a, b]"), version("says: [a, b]"));
  EXPECT_NE(version("says: [a, b]"), version("says: \"a, b\""));
  EXPECT_NE(version("says: [a, \"b, c\"]"), version("says: [\"a, b\", c]"));
  EXPECT_NE(version("label: [a, b]"), version("label: \"a, b\""));
  EXPECT_NE(version("says: [a, b]"), version("says_all: [a, b]"));
}

TEST(Read, WithoutModeARuleDrafts) {
  EXPECT_EQ(source_of(tests::with_rules("rules:\n" + named("a"))).rules[0].mode, domain::Mode::draft);
}

TEST(Read, OwnRulesComeFirstThenTheStarterPack) {
  const auto got = names(source_of(
      course_with("  uses: starter\n  off: [save-question]\n", "rules:\n" + named("b") + named("a"))));
  ASSERT_GT(got.size(), 3U);
  EXPECT_EQ(got[0], "b");
  EXPECT_EQ(got[1], "a");
  EXPECT_EQ(std::count(got.begin(), got.end(), "save-question"), 0);
  EXPECT_EQ(std::count(got.begin(), got.end(), "welcome"), 1);
}

TEST(Read, AReplacementTakesTheShippedRulesPlace) {
  const auto shipped = names(source_of(course_with("  uses: starter\n", "")));
  const auto source =
      source_of(course_with("  uses: starter\n", "rules:\n" + named("welcome", "    replaces: starter\n")));
  EXPECT_EQ(names(source), shipped);
  const auto mine = std::find_if(source.rules.begin(), source.rules.end(),
                                 [](const Rule& one) { return one.name == "welcome"; });
  EXPECT_EQ(mine->when.front().key, "says");
}

TEST(Read, OwnEntriesTakeTheShippedOnesPlace) {
  const auto source = source_of(course_with("  uses: starter\n",
                                            "faq:\n  - id: slides\n    asks: Where are our slides?\n    "
                                            "answer: In the wiki.\nglossary:\n  - term: retweet\n    "
                                            "means: Saying it again.\n"));
  const auto slides = std::count_if(source.content.faq.begin(), source.content.faq.end(),
                                    [](const auto& one) { return one.id == "slides"; });
  EXPECT_EQ(slides, 1);
  EXPECT_GE(source.content.faq.size(), 12U);
  const auto term =
      std::find_if(source.content.glossary.begin(), source.content.glossary.end(),
                   [](const auto& one) { return one.term == "retweet" || one.term == "Retweet"; });
  EXPECT_EQ(term->means.at(""), "Saying it again.");
}

TEST(Read, WithoutStarterOnlyItsWordsAreThere) {
  const auto source = source_of(tests::with_rules("rules:\n" + named("a")));
  EXPECT_EQ(source.rules.size(), 1U);
  EXPECT_TRUE(source.content.faq.empty());
  EXPECT_TRUE(source.templates.contains("consent-stop"));
}

TEST(Read, OwnWordsHideTheShippedOnes) {
  auto files = tests::with_rules("");
  files.templates = {{"templates/en/faq.mustache", "One: {{answer}}\n---\n\nTwo: {{answer}}\n"}};
  const auto source = source_of(files);
  EXPECT_EQ(source.templates.at("faq").at("en"),
            (std::vector<std::string>{"One: {{answer}}", "Two: {{answer}}"}));
  EXPECT_TRUE(source.templates.at("faq").contains("fr"));
}

TEST(Read, ABadFileIsLeftOutWholeAndTheRestIsRead) {
  auto files = tests::with_rules("rules:\n" + named("good") + "  - rule: bad\n    whne: x\n");
  files.files.push_back({"z.yaml", "rules:\n" + named("fine")});
  const auto read = rulefile::read_cohort(files, {});
  EXPECT_EQ(read.bad_files, std::vector<std::string>{"questions.yaml"});
  ASSERT_TRUE(read.source);
  EXPECT_EQ(names(*read.source), std::vector<std::string>{"fine"});
}

TEST(Read, ABadCourseLeavesNothing) {
  auto files = tests::with_rules("rules:\n" + named("a"));
  files.files.front().text += "  tme_zone: x\n";
  EXPECT_FALSE(rulefile::read_cohort(files, {}).source);
}

TEST(Read, ARuleWhoseWordsAreBadIsLeftOut) {
  auto files = tests::with_rules(
      "rules:\n  - rule: a\n    when: {says: x}\n    then: [{reply_with: mine}]\n" + named("b"));
  files.templates = {{"templates/en/mine.mustache", "Hi {{nmae}}\n"}};
  const auto read = rulefile::read_cohort(files, {});
  EXPECT_EQ(read.bad_files, std::vector<std::string>{"templates/en/mine.mustache"});
  EXPECT_EQ(names(*read.source), std::vector<std::string>{"b"});
}

TEST(Read, TypesTheCourse) {
  auto files = course_with(
      "  starts: 2026-01-12\n  weeks: 8\n  holidays: [2026-02-16]\n  working_hours: weekdays 08:00 to 18:00\n"
      "  quiet_hours: 22:00 to 07:00\n  branches: [Halifax, Montréal]\n  joined: roster.txt\n"
      "  understanding: {answer: 0.8, draft: 0.5}\n  replies: {per_learner_day: 5}\n",
      "");
  files.texts["roster.txt"] = "@ana\n# a note\nben@server.example\r\n\n";
  rulefile::ReadOptions options;
  options.breaker_replies = 7;
  const auto read = rulefile::read_cohort(files, options);
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "");
  const domain::Course& course = read.source->course;
  EXPECT_EQ(course.cohort, "spring");
  EXPECT_EQ(course.hashtags, std::vector<std::string>{"flockcourse"});
  EXPECT_EQ(course.facilitators.at(0).handles.at(domain::NetworkKind::practice), "dana");
  EXPECT_EQ(course.working_hours->days.size(), 5U);
  EXPECT_EQ(course.quiet_hours->until, std::chrono::hours{7});
  EXPECT_EQ(course.joined, (std::vector<std::string>{"ana", "ben@server.example"}));
  EXPECT_EQ(course.understanding.draft, 0.5);
  EXPECT_EQ(course.replies.per_learner_day, 5);
  EXPECT_EQ(course.replies.per_thread, 2);
  EXPECT_EQ(course.replies.breaker_replies, 7);
}

TEST(Read, HoursThatLastAllDayArePointedOut) {
  const auto told = [](const std::string& line) {
    rulefile::CohortFiles files;
    files.cohort = "spring";
    files.files = {{"course.yaml",
                    "course:\n  name: a\n  site: https://example.org\n  contact: \"@dana\"\n  hashtags: "
                    "[\"#a\"]\n  " +
                        line + "\n"}};
    return tests::places(rulefile::read_cohort(files, {}).diagnostics);
  };
  for (const char* line :
       {"quiet_hours: 00:00 to 23:59", "quiet_hours: 7:00 to 6:30", "quiet_hours: 07:00 to 06:00",
        "quiet_hours: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday 00:00 to "
        "23:59"})
    EXPECT_EQ(told(line), "R036 course.yaml:6:16\n") << line;
  EXPECT_EQ(told("working_hours: 00:00 to 23:59"), "R036 course.yaml:6:18\n");
  for (const char* line : {"quiet_hours: Saturday and Sunday 00:00 to 23:59", "quiet_hours: 18:00 to 12:00",
                           "working_hours: weekdays 00:00 to 23:59", "quiet_hours: 07:00 to 05:59"})
    EXPECT_EQ(told(line), "") << line;
}

TEST(Read, TheExampleOfTheGuideHasOnlyAWarning) {
  const auto read =
      rulefile::read_cohort(course_with("  uses: starter\n  off: [point-to-faq]\n",
                                        "rules:\n  - rule: point-to-faq\n    mode: auto\n    when:\n      "
                                        "asks_about: faq\n    unless:\n      answered_by: anyone\n"
                                        "      during: [tweetchat, guest session]\n    wait: 15 minutes      "
                                        "         # peers go first\n    then:\n"
                                        "      - reply_with: faq            # templates\n      - "
                                        "save_question: yes\n    limit: 3 per learner per day\n"
                                        "    test:\n      - post: \"Where are the slides?\"\n        expect: "
                                        "reply\n      - post: \"Nice\"\n        expect: silent\n"),
                            {});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false),
            "questions.yaml:8:16  R060  warning: \"during: tweetchat\" is not available yet: this line does "
            "nothing for now\n");
  EXPECT_TRUE(read.bad_files.empty());
}

TEST(Read, ALinkCostsOnlyWhereXIsUsed) {
  const auto files = tests::with_rules(
      "rules:\n  - rule: a\n    when: {says: x}\n    then: [{reply: \"See https://example.org\"}]\n"
      "    test: [{post: x, expect: reply}, {post: y, expect: silent}]\n");
  EXPECT_TRUE(rulefile::read_cohort(files, {}).diagnostics.empty());
  rulefile::ReadOptions options;
  options.networks = {domain::NetworkKind::x};
  EXPECT_EQ(rulefile::to_text(rulefile::read_cohort(files, options).diagnostics, false),
            "questions.yaml:4:20  R051  warning: on X a post with a link costs more\n"
            "   Each one costs about $0.19 more.\n"
            "   Fix: leave the link out where it is not needed\n");
}

TEST(Read, AdviceIsLeftOutOnRequest) {
  const auto files = tests::with_rules("rules:\n" + named("a"));
  EXPECT_EQ(rulefile::count_line(rulefile::read_cohort(files, {}).diagnostics), "0 errors, 1 warning");
  rulefile::ReadOptions options;
  options.advise = false;
  EXPECT_TRUE(rulefile::read_cohort(files, options).diagnostics.empty());
}

TEST(Read, AnEntryThatAnotherAnswersBetterIsTold) {
  const auto files = tests::with_rules(
      "faq:\n  - id: slides\n    asks: [\"Where are the slides?\", \"Where can I download the slides?\"]\n   "
      " answer: On the page.\n"
      "  - id: recordings\n    asks: [\"Where is the recording of the session?\", \"Where are the "
      "slides?\"]\n    answer: Below.\n");
  const auto read = rulefile::read_cohort(files, {});
  ASSERT_EQ(read.diagnostics.size(), 1U) << rulefile::to_text(read.diagnostics, false);
  EXPECT_EQ(read.diagnostics[0].code, "R053");
  EXPECT_EQ(read.diagnostics[0].severity, rulefile::Severity::warning);
}

TEST(Read, AnUnreachablePatternIsTold) {
  const auto files = tests::with_rules(
      "rules:\n  - rule: a\n    when: {matches: 'week  \\d'}\n    then: [{reply: hi}]\n"
      "    test: [{post: x, expect: reply}, {post: y, expect: silent}]\n");
  EXPECT_EQ(tests::places(rulefile::read_cohort(files, {}).diagnostics), "R055 questions.yaml:3:21\n");
}

}  // namespace
