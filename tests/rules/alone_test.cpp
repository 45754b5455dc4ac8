// One rule alone (inline cases) and every rule (explain). These go through the reader.
#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

Decision ask(const Room& room, const std::string& name) {
  const auto ruleset = room.ruleset();
  return rules::ask_alone(*ruleset, *ruleset->find(name), room.post, room.facts, room.now);
}

TEST(AskAlone, WhateverItsModeConsentGivenItsWaitOver) {
  for (const Mode mode : {Mode::shadow, Mode::draft, Mode::automatic}) {
    Room room;
    room.post.network = NetworkKind::x;
    room.add(rule("above", {}, {reply("Above")}));
    rules::Rule made =
        waiting(in_mode(rule("answer", {asks_question()}, {reply("Here"), tell("duty")}), mode), minutes{15});
    made.unless = {answered_by_anyone()};
    room.add(made);
    const Decision decision = ask(room, "answer");
    EXPECT_EQ(done(decision), "answer:reply, answer:tell_facilitators");
    EXPECT_EQ(route(decision.actions.at(0)), "reply");
    EXPECT_TRUE(decision.waits.empty());
    ASSERT_EQ(decision.trace.lines.size(), 1u);
    EXPECT_EQ(decision.trace.lines[0].verdict, Verdict::yes);

    room.facts.replies->push_back({Role::learner, false, false});
    EXPECT_EQ(ask(room, "answer").trace.lines.front().reason,
              "unless answered_by: anyone - a learner has answered");
  }
}

TEST(AskAlone, LimitsAndBudgetsAreUnusedAndNothingWasSaidBefore) {
  Room room;
  rules::Rule made = rule("answer", {asks_question()}, {reply("Here")});
  made.limit = rules::Limit{1, rules::Limit::Per::learner, rules::Limit::Window::ever, "once per learner"};
  room.add(made);
  room.facts.fired = {{"answer", noon, true, true}};
  room.facts.spoken.in_thread = {noon, noon, noon};
  room.facts.acted = {{"answer", 0, ActionKind::reply}};
  room.facts.speech_stopped = true;
  const Decision decision = ask(room, "answer");
  EXPECT_EQ(done(decision), "answer:reply");
  EXPECT_FALSE(decision.actions.at(0).held_until.has_value());
}

TEST(AskAlone, ATimedRuleIsAskedAtAnInstant) {
  Room room;
  rules::Rule made = rule("monday", {}, {own_post("A new week")});
  made.every = rules::Schedule{rules::Schedule::Kind::day_of_week, std::chrono::Monday, 1, minutes{540},
                               "Monday at 09:00"};
  room.add(made);
  room.now = at("2026-03-02T09:00:00Z");
  EXPECT_EQ(done(ask(room, "monday")), "monday:post");
  room.now = at("2026-03-03T09:00:00Z");
  EXPECT_EQ(done(ask(room, "monday")), "");
  EXPECT_EQ(ask(room, "monday").trace.lines.front().reason, "every: Monday at 09:00 - it is Tue 3 Mar 09:00");
}

TEST(AskAlone, MannersCannotBeSwitchedOff) {
  Room room;
  room.add(rule("answer", {}, {reply("Here")}));
  room.facts.role = Role::bot;
  EXPECT_EQ(ask(room, "answer").trace.lines.front().reason, "no rule is asked: the bot's own post");
  room.facts.role = Role::learner;
  room.facts.addressed = true;
  room.post.text = "@flockmate stop";
  EXPECT_EQ(ask(room, "answer").trace.lines.front().reason,
            "no rule is asked: it is the word \"stop\" to the bot");
}

TEST(AskAlone, ARuleThatTheRulesetDoesNotHave) {
  Room room;
  const auto ruleset = room.ruleset();
  const Decision decision = rules::ask_alone(*ruleset, rule("ghost", {}, {}), room.post, room.facts, noon);
  EXPECT_EQ(decision.trace.lines.front().reason, "there is no rule of that name");
}

TEST(Explain, GivesEveryRuleWithItsReason) {
  Room room;
  room.add(rule("video", {says("video")}, {reply("Watch")}));
  room.add(rule("slides", {says("slides")}, {reply("Here")}));
  room.add(rule("more", {asks_question()}, {reply("More")}));
  room.add(in_mode(rule("trial", {asks_question()}, {reply("Trial")}), Mode::shadow));
  rules::Rule timed = rule("weekly", {}, {own_post("Hi")});
  timed.every = rules::Schedule{rules::Schedule::Kind::weekday, {}, 1, minutes{60}, "weekday at 01:00"};
  room.add(timed);
  const Decision explained = rules::explain(*room.ruleset(), room.post, room.facts, room.now);
  ASSERT_EQ(explained.trace.lines.size(), 5u);
  const struct {
    const char* rule;
    Verdict verdict;
    const char* reason;
  } table[] = {
      {"video", Verdict::no, "says: video - its words are not in the post"},
      {"slides", Verdict::yes, "says: slides - it says \"slides\""},
      {"more", Verdict::not_reached, "slides comes first and replies"},
      {"trial", Verdict::yes, "in shadow, would do reply: asks_question: yes - it asks something"},
      {"weekly", Verdict::no, "every: weekday at 01:00 - it runs by the clock, not on a post"},
  };
  for (std::size_t i = 0; i < std::size(table); ++i) {
    EXPECT_EQ(explained.trace.lines[i].rule, table[i].rule);
    EXPECT_EQ(explained.trace.lines[i].verdict, table[i].verdict) << table[i].rule;
    EXPECT_EQ(explained.trace.lines[i].reason, table[i].reason);
  }
  const Decision decided = rules::decide(*room.ruleset(), room.post, room.facts, room.now);
  EXPECT_EQ(done(decided), done(explained)) << "what is explained is what is done";
  EXPECT_EQ(decided.trace.summary, explained.trace.summary);
}

TEST(Explain, WhatWasDoneAlreadyIsNotPlannedAgain) {
  Room room;
  room.add(rule("slides", {says("slides")}, {reply("Here")}));
  room.facts.acted = {{"slides", 0, ActionKind::reply}};
  room.facts.woken = {"slides"};
  const Decision explained = rules::explain(*room.ruleset(), room.post, room.facts, room.now);
  EXPECT_EQ(done(explained), "");
  EXPECT_EQ(verdict(explained, "slides"), Verdict::yes);
}

TEST(Read, IsWhatDecideReads) {
  Room room;
  room.add(rule("slides", {says("slides")}, {reply("Here")}));
  const auto ruleset = room.ruleset();
  const language::Reading reading = rules::read(*ruleset, room.post, false);
  EXPECT_EQ(done(rules::decide(*ruleset, room.post, reading, room.facts, room.now)),
            done(rules::decide(*ruleset, room.post, room.facts, room.now)));
}

TEST(Decide, ABotsPostIsNotEvenRead) {
  Room room;
  room.facts.role = Role::bot;
  const Decision decision = rules::decide(*room.ruleset(), room.post, room.facts, room.now);
  EXPECT_FALSE(decision.asked);
  EXPECT_EQ(decision.trace.summary, "No rule is asked: the bot's own post.");
  EXPECT_NE(decision.trace.ruleset, 0u);
}

}  // namespace
