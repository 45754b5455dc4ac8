// The Rules page: what a rule is, what it may do, what it did, and one click that changes it.
#include <gtest/gtest.h>

#include "console/rules_view.hpp"
#include "console/words.hpp"
#include "rules/ruleset.hpp"
#include "tests/console/rules_fixture.hpp"

namespace console_test {
namespace {

using console::Response;

app::RuleCard faq_rule() {
  app::RuleCard rule;
  rule.name = "point-to-faq";
  rule.because = "Facilitators answered this <b>many</b> times.";
  rule.path = "questions.yaml";
  rule.line = 14;
  rule.text =
      "  - rule: point-to-faq\n    when:\n      asks_about: faq\n    test:\n      - post: \"Where?\"\n";
  rule.speaks = true;
  rule.fired = 12;
  rule.nearly_fired = 3;
  rule.drafts_open = 1;
  rule.drafts_sent = 4;
  return rule;
}

app::RuleCard shipped_rule() {
  app::RuleCard rule;
  rule.name = "save-question";
  rule.mode = domain::Mode::automatic;
  rule.text = "- rule: save-question";
  return rule;
}

TEST_F(RulesPage, ShowsEachRuleItsModeAndWhatItDid) {
  rules_desk.cards = {faq_rule(), shipped_rule()};
  const std::string page = page_words("/rules");
  has(page, "Rules of Online facilitation Files 2 rules");
  has(page,
      "The rules are tried from top to bottom; of those that reply, the first that fits wins. The numbers of "
      "firing are of the last 7 days. A rule nearly fired when one thing alone stood in its way.");
  has(page,
      "point-to-faq draft Facilitators answered this <b>many</b> times. As it is written - rule: "
      "point-to-faq "
      "when: asks_about: faq Edit point-to-faq in questions.yaml, line 14 fired 12 nearly fired 3 drafts "
      "waiting 1 drafts sent 4 drafts dismissed 0 Shadow Draft Auto A person reads what it would say, and "
      "sends it.");
  has(page,
      "save-question auto As it is written - rule: save-question Comes with Flockmate. A rule of yours with "
      "the same name and the line replaces: starter takes its place. fired 0 nearly fired 0 Says nothing to "
      "learners, so draft and auto are the same for it.");
  const std::string body = visitor->get("/rules").body;
  has(body, "href=\"/rules/file?cohort=spring&amp;path=questions.yaml&amp;line=14\"");
  has(body,
      "value=\"draft\" id=\"" + console::rule_anchor("point-to-faq") + "-draft\" aria-pressed=\"true\"");
}

TEST_F(RulesPage, ShowsTheFilesAndTheirMistakes) {
  rules_desk.cards_of_files = {{"course.yaml", 300, 0, false}, {"questions.yaml", 900, 2, true}};
  const std::string page = page_words("/rules");
  has(page, "Files course.yaml questions.yaml 2 mistakes runs as it last worked New file Begin");
  has(page, "There is no rule yet. Begin a new file above: it starts with an example.");
}

TEST_F(RulesPage, IsLinkedFromEveryPage) {
  has(words(), "Flockmate Conversation Rules Practice room");
  const std::string page = visitor->get("/rules").body;
  has(page, "<a href=\"/rules?cohort=spring\" aria-current=\"page\">Rules</a>");
}

TEST_F(RulesPage, OneClickPromotes) {
  const Response up = visitor->post("/rules/mode", {{"rule", "point-to-faq"}, {"mode", "auto"}});
  EXPECT_EQ(up.status, 303);
  EXPECT_EQ(header_of(up, "Location"), "/rules?cohort=spring#" + console::rule_anchor("point-to-faq"));
  visitor->post("/rules/mode", {{"rule", "point-to-faq"}, {"mode", "shadow"}});
  EXPECT_EQ(rules_desk.calls,
            (std::vector<std::string>{"promote point-to-faq to auto", "promote point-to-faq to shadow"}));
  EXPECT_EQ(world.changes.count(), 2U);
  has(words_of(visitor->post("/rules/mode", {{"rule", "x"}, {"mode", "loud"}}).body),
      "Bad request Choose shadow, draft or auto.");
}

TEST_F(RulesPage, WhatCannotBePromotedSaysWhy) {
  rules_desk.next = {
      app::Published::State::refused, "v1", "", {mistake("questions.yaml", 3, "\"whne\" is nothing")}};
  const Response refused = visitor->post("/rules/mode", {{"rule", "point-to-faq"}, {"mode", "auto"}});
  EXPECT_EQ(refused.status, 409);
  has(words_of(refused.body),
      "That did not work Nothing was changed, because of a mistake in questions.yaml, line 3: \"whne\" is "
      "nothing. Mend that first.");
  rules_desk.next = {app::Published::State::conflict, "v9", "", {}};
  has(words_of(visitor->post("/rules/mode", {{"rule", "point-to-faq"}, {"mode", "auto"}}).body),
      "The file was changed at the same moment. Look at it, then try again.");
  rules_desk.trouble = base::Error{base::ErrorKind::invalid, "A shipped rule cannot be changed."};
  has(words_of(visitor->post("/rules/mode", {{"rule", "faq"}, {"mode", "auto"}}).body),
      "A shipped rule cannot be changed.");
  EXPECT_EQ(visitor->get("/rules").status, 400);
}

TEST_F(RulesPage, WrongRepliesAreTakenBackInOneClick) {
  domain::Post question = said("ana", "Where is the room?");
  domain::Post reply = said("flockmate", "The slides are online.", question.id);
  domain::OutboxRow row;
  row.key = "spring/practice/1/point-to-faq/0";
  row.cohort = "spring";
  row.rule = "point-to-faq";
  row.text = reply.text;
  row.post_id = question.id;
  row.state = domain::DeliveryState::sent;
  row.published_id = reply.id;
  write([&](domain::Tables& tables) { tables.outbox.add(row); });
  const std::string page = visitor->get("/").body;
  has(words_of(page), "Said by the rule point-to-faq why? That was wrong");
  has(page, "name=\"key\" value=\"spring/practice/1/point-to-faq/0\"");
  const std::string why = page_words("/why", {{"network", "practice"}, {"id", question.id}});
  has(why,
      "The rule point-to-faq said: The slides are online. That was wrong takes it back, and makes the post a "
      "test of the rule");

  rules_desk.marked = {"questions.yaml", 31, "Taken back, and made a test in questions.yaml, line 31."};
  const Response marked = visitor->post("/rules/wrong", {{"key", row.key}});
  has(words_of(marked.body),
      "Thank you Taken back, and made a test in questions.yaml, line 31. Open the test Back to the "
      "conversation");
  has(marked.body, "href=\"/rules/file?cohort=spring&amp;path=questions.yaml&amp;line=31\"");
  const nlohmann::json told = ask("/rules/wrong", {{"key", row.key}});
  EXPECT_EQ(told["told"], "Taken back, and made a test in questions.yaml, line 31.");
  EXPECT_EQ(told["link"], "/rules/file?cohort=spring&path=questions.yaml&line=31");
  rules_desk.trouble = base::Error{base::ErrorKind::not_found, "This reply is not known any more."};
  EXPECT_EQ(ask("/rules/wrong", {{"key", "x"}})["error"], "This reply is not known any more.");
}

TEST_F(RulesPage, WhatNoRuleSaidOrWasTakenBackCannotBeWrong) {
  const domain::Post question = said("ana", "stop");
  const domain::Post reply = said("flockmate", "I will not write to you again.", question.id);
  domain::OutboxRow row;
  row.key = "k";
  row.cohort = "spring";
  row.rule = "manners: stop";
  row.post_id = question.id;
  row.state = domain::DeliveryState::sent;
  row.published_id = reply.id;
  write([&](domain::Tables& tables) { tables.outbox.add(row); });
  lacks(words(), "That was wrong");
  row.rule = "welcome";
  row.state = domain::DeliveryState::withdrawn;
  write([&](domain::Tables& tables) { tables.outbox.update(row); });
  lacks(words(), "That was wrong");
}

TEST_F(RulesPage, IsNotThereForStrangers) {
  const std::string hash =
      "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48";
  const auto closed = pages_of(world.service_ports(), hash);
  Visitor stranger(*closed);
  for (const char* path : {"/rules", "/rules/file", "/rules/version", "/rules/help"}) {
    const Response away = stranger.get(path);
    EXPECT_EQ(away.status, 303) << path;
    EXPECT_EQ(header_of(away, "Location"), "/login") << path;
  }
  stranger.get("/login");
  for (const char* path : {"/rules/check", "/rules/publish", "/rules/mode", "/rules/wrong", "/rules/restore"})
    EXPECT_EQ(stranger.post(path, {{"path", "a.yaml"}, {"key", "k"}}).status, 401) << path;
  EXPECT_TRUE(rules_desk.calls.empty());
  const Response kept = stranger.post("/rules/publish", {{"path", "a.yaml"}, {"text", "rules: <mine>\n"}});
  EXPECT_EQ(kept.status, 401);
  has(words_of(kept.body),
      "Not logged in Log in first, then repeat what you did. Nothing was published. This is what you wrote; "
      "copy it before you go on: Your text rules: <mine> Back to the rules");
}

TEST_F(RulesPage, NeedsTheTokenAndKeepsWhatWasWritten) {
  visitor->token = "0";
  const Response stale = press("/rules/publish");
  EXPECT_EQ(stale.status, 403);
  has(words_of(stale.body),
      "Not allowed That page was out of date. Load it again, then repeat what you did. Nothing was "
      "published. "
      "This is what you wrote; copy it before you go on: Your text my words");
  EXPECT_TRUE(rules_desk.calls.empty());
}

TEST_F(RulesPage, HasNothingElseBelowItsAddress) {
  EXPECT_EQ(visitor->get("/rules/publish").status, 404);
  EXPECT_EQ(visitor->get("/rulesets").status, 404);
  EXPECT_EQ(visitor->post("/rules/file", {}).status, 404);
  EXPECT_EQ(page_words("/rules", {{"cohort", "autumn"}}).find("There is no course called \"autumn\" here.") ==
                std::string::npos,
            false);
}

TEST_F(RulesPage, ExplainsAMessageByItsCode) {
  has(page_words("/rules/help", {{"code", "R014"}}),
      "R014 Part of a text would not be sent What it means A space followed by # starts a note to yourself");
  has(visitor->get("/rules/help", {{"code", "R014"}}).body, "<h2>How to mend it</h2>");
  has(page_words("/rules/help", {{"code", "R999"}}), "There is no message called \"R999\".");
}

TEST(RuleWords, LeaveOutTheCases) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", ""},
      {"  - rule: a\n    test:\n      - post: x\n        expect: silent\n    limit: once per learner\n",
       "- rule: a\n  limit: once per learner"},
      {"- rule: a\n  test:\n  - post: x\n\n  - post: y\n", "- rule: a"},
      {"- rule: a\n  then:\n\n    - reply: test: it\n", "- rule: a\n  then:\n\n    - reply: test: it"},
  };
  for (const auto& [text, left] : cases) EXPECT_EQ(console::without_cases(text), left) << text;
}

}  // namespace
}  // namespace console_test
