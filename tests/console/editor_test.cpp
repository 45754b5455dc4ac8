// The editor: what it says about a text, and that nothing written in it gets lost.
#include <gtest/gtest.h>

#include "console/editor_view.hpp"
#include "rules/rule.hpp"
#include "tests/console/rules_fixture.hpp"

namespace console_test {
namespace {

using console::Fields;
using console::Response;
using nlohmann::json;
using Outcome = rulefile::CaseResult::Outcome;

rulefile::CaseResult case_result(const std::string& file, int line, Outcome outcome,
                                 const std::string& message) {
  rulefile::CaseResult result;
  result.name = "point-to-faq, case " + std::to_string(line);
  result.mark = {file, line, 7, line, 8};
  result.outcome = outcome;
  result.message = message;
  return result;
}

TEST_F(RulesPage, EditorShowsACopyAndWhatIsWrongWithIt) {
  rulefile::Diagnostic other = mistake("course.yaml", 2, "the zone is not known");
  other.severity = rulefile::Severity::warning;
  rules_desk.mistakes = {other, mistake("questions.yaml", 2, "\"whne\" is nothing - did you mean \"when\"?")};
  const Response response = visitor->get("/rules/file", {{"path", "questions.yaml"}, {"line", "2"}});
  const std::string page = words_of(response.body);
  has(page, "You came for line 2: - rule: faq");
  has(page, "Your copy. Nothing changes until you publish it. rules: - rule: faq");
  has(page, "1 mistake to mend, 1 hint. Publish Check Run the tests Replay the last 50 200 1000 posts");
  has(page,
      "1 mistake to mend, 1 hint. Line 2 Mistake More about R003 (in a new tab) \"whne\" is nothing - did "
      "you "
      "mean \"when\"? whne : <b> To mend it: write when instead when: course.yaml, line 2 Hint More about "
      "R003 (in a new tab) The zone is not known");
  has(page,
      "Earlier versions None yet. Whatever you publish over is kept here, and can be put in service again.");
  has(response.body, "  <mark>whne</mark>: &lt;b&gt;");
  has(response.body, "data-line=\"2\" data-column=\"3\"");
  has(response.body, "data-marks=\"[{&quot;error&quot;:true,&quot;line&quot;:2}]");
  has(response.body, "name=\"version\" value=\"v1\"");
  EXPECT_EQ(rules_desk.calls,
            (std::vector<std::string>{"check spring/questions.yaml: rules:\n  - rule: faq\n"}));
}

TEST_F(RulesPage, ANewFileBeginsWithAnExample) {
  const std::string page = page_words("/rules/file", {{"path", " rooms "}});
  has(page, "A new file. Nothing changes until you publish it. rules: - rule: where-is-the-room");
  has(page, "- post: \"Which room are we in today? #flockcourse\"");
  has(page, "Nothing to mend. Mistakes are shown here while you write, each with a way to mend it.");
  has(page_words("/rules/file", {{"path", "templates/en/none.mustache"}}),
      "Not found There is no file called \"templates/en/none.mustache\" in this course.");
}

TEST_F(RulesPage, AFileThatIsTooLargeIsNotEditedHere) {
  rules_desk.texts["big.yaml"] = {std::string(300UL * 1024, '#'), "v1"};
  const std::string page = page_words("/rules/file", {{"path", "big.yaml"}});
  has(page, "This file has 300 KiB, more than this page takes. Edit it where it stands, or split it");
  lacks(page, "####");
  const Response large = press("/rules/check", {{"text", std::string(300UL * 1024, '#')}});
  EXPECT_EQ(large.status, 400);
  has(words_of(large.body),
      "This text has 300 KiB, and the page takes 256 KiB. Split it into several files.");
  EXPECT_TRUE(rules_desk.calls.empty());
}

TEST_F(RulesPage, CheckAnswersTheScriptAndTheForm) {
  rules_desk.mistakes = {mistake("questions.yaml", 2, "\"whne\" is nothing")};
  const json said = ask("/rules/check");
  EXPECT_EQ(said["said"], "1 mistake to mend.");
  EXPECT_EQ(said["marks"], json::parse(R"([{"line": 2, "error": true}])"));
  EXPECT_EQ(said["version"], "");
  has(words_of(said["findings"]), "1 mistake to mend. Line 2 Mistake");
  EXPECT_EQ(said.count("proof"), 0U);
  const std::string page = words_of(press("/rules/check").body);
  has(page, "Your copy. Nothing changes until you publish it. my words");
  has(page, "1 mistake to mend. Line 2 Mistake");
}

TEST_F(RulesPage, WhatWentWrongLeavesTheTextWhereItIs) {
  rules_desk.trouble = base::Error{base::ErrorKind::failed, "The disk is full."};
  const Response response = press("/rules/publish");
  EXPECT_EQ(response.status, 500);
  has(words_of(response.body), "questions.yaml The disk is full. ");
  has(words_of(response.body), "my words");
  has(response.body, "name=\"version\" value=\"v1\"");
  EXPECT_EQ(ask("/rules/publish")["error"], "The disk is full.");
}

TEST_F(RulesPage, LineEndsStayAsTheFileHasThem) {
  press("/rules/check", {{"text", "a\r\nb\r\n"}});
  press("/rules/check", {{"text", "a\nb\n"}, {"ends", "crlf"}});
  press("/rules/check", {{"text", "a\r\nb"}, {"ends", "crlf"}});
  EXPECT_EQ(rules_desk.calls, (std::vector<std::string>{"check spring/questions.yaml: a\nb\n",
                                                        "check spring/questions.yaml: a\r\nb\r\n",
                                                        "check spring/questions.yaml: a\r\nb"}));
  rules_desk.texts["dos.yaml"] = {"a: 1\r\n", "v1"};
  has(visitor->get("/rules/file", {{"path", "dos.yaml"}}).body, "name=\"ends\" value=\"crlf\"");
}

TEST_F(RulesPage, TestsAreShownFailuresFirst) {
  rules_desk.tested.results = {
      case_result("questions.yaml", 9, Outcome::passed, "asks_about: faq is not in the post"),
      case_result("welcome.yaml", 4, Outcome::passed, ""),
      case_result("questions.yaml", 12, Outcome::some_day_failed, ""),
      case_result("welcome.yaml", 8, Outcome::failed, "expected silent, got reply \"Hi\""),
      case_result("questions.yaml", 15, Outcome::some_day_passes, "")};
  rules_desk.tested.passed = 2;
  rules_desk.tested.failed = 1;
  const json said = ask("/rules/test");
  EXPECT_EQ(said["said"], "1 of 3 tests does not hold.");
  EXPECT_EQ(
      words_of(said["proof"]),
      "Tests 1 of 3 tests does not hold. does not hold point-to-faq, case 8 welcome.yaml, line 8 expected "
      "silent, got reply \"Hi\" holds point-to-faq, case 9 line 9 asks_about: faq is not in the post not "
      "yet (some day) point-to-faq, case 12 line 12 holds now: take out some_day point-to-faq, case 15 "
      "line 15 And 1 more test of other files.");
}

TEST_F(RulesPage, TestsAreSummedUp) {
  rules_desk.tested.results = {case_result("questions.yaml", 9, Outcome::passed, "")};
  rules_desk.tested.passed = 1;
  EXPECT_EQ(ask("/rules/test")["said"], "The one test holds.");
  rules_desk.tested.passed = 12;
  EXPECT_EQ(ask("/rules/test")["said"], "All 12 tests hold.");
  rules_desk.tested.failed = 2;
  EXPECT_EQ(ask("/rules/test")["said"], "2 of 14 tests do not hold.");
  rules_desk.tested = {};
  EXPECT_EQ(ask("/rules/test")["said"],
            "There is no test yet. Write what a post should lead to under test:.");
  rules_desk.tested.diagnostics = {mistake("questions.yaml", 2, "no")};
  const json said = ask("/rules/test");
  EXPECT_EQ(said["said"], "No test was run: mend the mistakes first.");
  has(words_of(said["findings"]), "1 mistake to mend.");
}

TEST_F(RulesPage, ReplayShowsWhatWouldBeDifferent) {
  using Change = app::ReplayReport::Difference::Change;
  const domain::Post post = said("ana", "Which room?");
  rules_desk.replayed.posts = 200;
  rules_desk.replayed.rules = {{"where-is-the-room", 2, 1, 0}};
  rules_desk.replayed.differences = {
      {Change::newly_said, post.key(), false, "", "reply Room 204."},
      {Change::said_differently, {post.network, "gone"}, false, "reply Old", "reply New"},
      {Change::no_longer_said, {post.network, "due:monday:2026-03-02"}, true, "post Hello", ""}};
  const json said = ask("/rules/replay", {{"last", "50"}});
  EXPECT_EQ(said["said"], "Over the last 200 posts: 1 newly said, 1 no longer said, 1 said differently.");
  EXPECT_EQ(
      words_of(said["proof"]),
      "Replay Over the last 200 posts: 1 newly said, 1 no longer said, 1 said differently. Newly said ana: "
      "Which room? With your text: reply Room 204. Said differently Now: reply Old With your text: reply "
      "New No longer said due:monday:2026-03-02 Now: post Hello Every rule, counted Rule Fired As drafts "
      "Nearly where-is-the-room 2 1 0");
  rules_desk.replayed.differences.clear();
  EXPECT_EQ(ask("/rules/replay", {{"last", "a"}})["said"],
            "Over the last 200 posts nothing would be said differently.");
  rules_desk.replayed.posts = 1;
  EXPECT_EQ(ask("/rules/replay", {{"last", "999999"}})["said"],
            "Over the last post nothing would be said differently.");
  rules_desk.replayed.posts = 0;
  EXPECT_EQ(ask("/rules/replay", {{"last", "-1"}})["said"], "There are no posts to replay yet.");
  rules_desk.replayed.diagnostics = {mistake("questions.yaml", 2, "no")};
  EXPECT_EQ(ask("/rules/replay")["said"], "Nothing was replayed: mend the mistakes first.");
  const std::string text = " spring/questions.yaml: my words\n";
  EXPECT_EQ(rules_desk.calls,
            (std::vector<std::string>{"replay 50" + text, "replay 200" + text, "replay 5000" + text,
                                      "replay 200" + text, "replay 200" + text}));
}

TEST_F(RulesPage, PublishingPutsItInService) {
  const Response published = press("/rules/publish");
  EXPECT_EQ(header_of(published, "Location"), "/rules/file?cohort=spring&path=questions.yaml&told=published");
  EXPECT_EQ(rules_desk.calls,
            (std::vector<std::string>{"publish over v1 spring/questions.yaml: my words\n"}));
  EXPECT_EQ(world.changes.count(), 1U);
  has(editor_words({{"told", "published"}}), "Published. This is what runs now.");
  rules_desk.old = {{"7", world.clock.now(), 2048}};
  const json said = ask("/rules/publish");
  EXPECT_EQ(said["said"], "Published. It is in service since Tue 3 Mar 18:00.");
  EXPECT_EQ(said["version"], "v2");
  EXPECT_EQ(words_of(said["versions"]), "Earlier versions Until Tue 3 Mar 18:00 2 KiB");
}

TEST_F(RulesPage, PublishingOverSomebodyElsesTextShowsBoth) {
  rules_desk.next = {app::Published::State::conflict, "v7", "my words\ntheir words\n", {}};
  const Response conflict = press("/rules/publish");
  EXPECT_EQ(conflict.status, 200);
  const std::string page = words_of(conflict.body);
  has(page, "Nothing was published: somebody changed this file while you were writing.");
  has(page,
      "What stands on the disk now (−), beside what is yours (+): my words − goes: their words Publish mine "
      "all "
      "the same Take theirs, drop mine Theirs is kept among the earlier versions if you publish yours. Their "
      "whole text my words their words");
  has(conflict.body, "name=\"over\" value=\"v7\"");
  has(conflict.body, "name=\"version\" value=\"v1\"");
  EXPECT_EQ(ask("/rules/publish")["version"], "");
  rules_desk.calls.clear();
  press("/rules/publish", {{"over", "v7"}});
  EXPECT_EQ(rules_desk.calls,
            (std::vector<std::string>{"publish over v7 spring/questions.yaml: my words\n"}));
}

TEST_F(RulesPage, WhatHasMistakesIsNotPublished) {
  rules_desk.next = {
      app::Published::State::refused, "v1", "", {mistake("questions.yaml", 2, "no such word")}};
  const json said = ask("/rules/publish");
  EXPECT_EQ(said["said"], "Nothing was published: mend the mistakes first.");
  EXPECT_EQ(said["version"], "");
  has(words_of(said["findings"]), "no such word");
}

TEST_F(RulesPage, EarlierVersionsCanBeLookedAtAndRestored) {
  rules_desk.old = {{"7", world.clock.now(), 12}};
  has(editor_words(), "Earlier versions Until Tue 3 Mar 18:00 12 bytes");
  const Fields query{{"path", "questions.yaml"}, {"id", "7"}};
  const std::string page = page_words("/rules/version", query);
  has(page,
      "An earlier questions.yaml What would change rules: − goes: - rule: faq + comes: - rule: old Put this "
      "version in service What runs now is kept. The whole text rules: - rule: old");
  has(visitor->get("/rules/version", query).body, "name=\"version\" value=\"v1\"");
  const Response restored = press("/rules/restore", {{"id", "7"}});
  EXPECT_EQ(header_of(restored, "Location"), "/rules/file?cohort=spring&path=questions.yaml&told=restored");
  EXPECT_EQ(rules_desk.calls.back(), "restore questions.yaml 7 over v1");
  has(editor_words({{"told", "restored"}}),
      "The old version is in service again. The one before it is kept below.");
  rules_desk.texts["questions.yaml"].text = "rules:\n  - rule: old\n";
  has(page_words("/rules/version", query), "This is what stands in the file now.");
  rules_desk.next = {app::Published::State::conflict, "v9", "", {}};
  has(words_of(press("/rules/restore", {{"id", "7"}}).body),
      "The file was changed at the same moment. Look at it, then try again.");
  rules_desk.trouble = base::Error{base::ErrorKind::not_found, "This version is not kept any more."};
  EXPECT_EQ(visitor->get("/rules/version", query).status, 404);
}

}  // namespace
}  // namespace console_test
