// "The life of a wait": first hearing, asked again, held over quiet hours, gone.
#include "language/reading.hpp"
#include "rules/rule.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

rules::Rule faq_rule() {
  rules::Rule made = waiting(
      rule("answer", {asks_question()}, {reply("Here"), does(ActionKind::save_question)}), minutes{15});
  made.unless = {answered_by_anyone()};
  return made;
}

TEST(Wait, WhenAndUnlessAreAskedAtFirstHearingAndAllActionsComeAfter) {
  Room room;
  room.add(faq_rule());
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "");
  ASSERT_EQ(decision.waits.size(), 1u);
  EXPECT_EQ(decision.waits[0].rule, "answer");
  EXPECT_EQ(decision.waits[0].due, noon + minutes{15});
  EXPECT_TRUE(decision.waits[0].holds_reply);
  EXPECT_EQ(reason(decision, "answer"),
            "waits until Tue 3 Mar 12:15: asks_question: yes - it asks something");

  room.facts.replies->push_back({Role::learner, false, false});
  EXPECT_TRUE(room.decide().waits.empty()) << "answered already";
}

TEST(Wait, IsCountedFromWhenThePostWasWritten) {
  Room room;
  room.add(faq_rule());
  room.now = noon + minutes{10};
  EXPECT_EQ(room.decide().waits.at(0).due, noon + minutes{15});
}

TEST(Wait, ThatIsOverAlreadyAtFirstHearingIsDueNow) {
  Room room;
  room.add(faq_rule());
  room.now = noon + hours{2};
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "") << "the conversation must be read first";
  EXPECT_EQ(decision.waits.at(0).due, room.now);
}

TEST(Wait, InWorkingHoursSkipsNightsWeekendsAndHolidays) {
  Room room;
  using std::chrono::Friday, std::chrono::Monday, std::chrono::Thursday, std::chrono::Tuesday,
      std::chrono::Wednesday;
  room.source.course.working_hours =
      domain::Hours{{Monday, Tuesday, Wednesday, Thursday, Friday}, minutes{8 * 60}, minutes{18 * 60}};
  room.source.course.holidays = {std::chrono::year{2026} / 3 / 9};
  rules::Rule made = rule("escalate", {asks_question()}, {tell("duty")});
  made.wait = rules::Delay{minutes{120}, true, "2 working hours"};
  room.add(made);
  room.post.created_at = room.now = at("2026-03-06T17:00:00Z");  // Friday; Monday is a holiday
  EXPECT_EQ(base::to_rfc3339(room.decide().waits.at(0).due), "2026-03-10T09:00:00Z");
}

TEST(Wait, WhenDueTheConditionsAreAskedAgain) {
  Room room;
  room.add(faq_rule());
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  EXPECT_EQ(done(room.decide()), "answer:reply, answer:save_question");
  room.facts.replies->push_back({Role::learner, false, false});
  EXPECT_EQ(done(room.decide()), "");
  EXPECT_EQ(reason(room.decide(), "answer"), "unless answered_by: anyone - a learner has answered");
}

TEST(Wait, AnUnreadableConversationKeepsItSilentButInternalActionsRun) {
  Room room;
  room.add(faq_rule());
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  room.facts.replies.reset();
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "answer:save_question");
  EXPECT_EQ(decision.actions.at(0).notes.size(), 1u);
}

TEST(Wait, AtFirstHearingAnUnknownMayStillBecomeKnown) {
  Room room;
  room.add(faq_rule());
  room.facts.replies.reset();
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "");
  EXPECT_TRUE(decision.waits.at(0).holds_reply);
  EXPECT_EQ(verdict(decision, "answer"), Verdict::unknown);
}

TEST(Wait, ARuleThatRepliesHoldsThePostsReply) {
  Room room;
  room.add(faq_rule());
  room.add(rule("below", {asks_question()}, {reply("Below"), does(ActionKind::label, "seen")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "below:label") << "internal actions of a matching rule run at once";
  EXPECT_EQ(verdict(decision, "below"), Verdict::not_reached);
  EXPECT_EQ(reason(decision, "below"), "answer waits and holds the reply");
}

TEST(Wait, ARuleThatOnlyTellsHoldsNothing) {
  Room room;
  room.add(waiting(rule("surface", {asks_question()}, {tell("duty")}), minutes{180}));
  room.add(rule("below", {asks_question()}, {reply("Below")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "below:reply");
  EXPECT_FALSE(decision.waits.at(0).holds_reply);
}

TEST(Wait, WhenTheHolderFailsTheRulesBelowItAreTriedInOrder) {
  Room room;
  rules::Rule above = rule("above", {asks_question()}, {reply("Above")});
  above.unless = {answered_by_anyone()};
  room.add(above);
  room.add(faq_rule());
  room.add(rule("first below", {introduces_self()}, {reply("No")}));
  room.add(rule("second below", {asks_question()}, {reply("Yes"), does(ActionKind::label, "seen")}));
  room.add(rule("third below", {asks_question()}, {reply("Later")}));
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  room.facts.replies->push_back({Role::learner, false, false});
  room.facts.acted = {{"second below", 1, ActionKind::label}};
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "second below:reply") << "its label was set at first hearing";
  EXPECT_EQ(line_of(decision, "above"), nullptr) << "only the woken rule and those below it are asked";
  EXPECT_EQ(line_of(decision, "third below"), nullptr);
}

TEST(Wait, TheNextRuleBelowMayHaveAWaitOfItsOwn) {
  Room room;
  room.add(faq_rule());
  room.add(waiting(rule("short", {asks_question()}, {reply("Short")}), minutes{10}));
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  room.facts.replies->push_back({Role::learner, false, false});
  EXPECT_EQ(done(room.decide()), "short:reply") << "its wait is over and the conversation has just been read";

  room.source.rules[1].wait->length = minutes{60};
  const Decision later = room.decide();
  EXPECT_EQ(done(later), "");
  EXPECT_EQ(later.waits.at(0).due, noon + minutes{60});
  EXPECT_TRUE(later.waits.at(0).holds_reply);
}

TEST(Wait, WhenTheHolderRepliesNothingBelowIsAsked) {
  Room room;
  room.add(faq_rule());
  room.add(rule("below", {asks_question()}, {reply("Below")}));
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  EXPECT_EQ(done(room.decide()), "answer:reply, answer:save_question");
  EXPECT_EQ(room.decide().trace.winner, "answer");
}

TEST(Wait, AnInternalRuleThatFailsWakesNobodyBelow) {
  Room room;
  rules::Rule made = waiting(rule("surface", {asks_question()}, {tell("duty")}), minutes{180});
  made.unless = {answered_by_anyone()};
  room.add(made);
  room.add(rule("below", {asks_question()}, {reply("Below")}));
  room.now = noon + minutes{180};
  room.facts.woken = {"surface"};
  room.facts.replies->push_back({Role::learner, false, false});
  EXPECT_EQ(done(room.decide()), "");
}

TEST(Wait, AWokenRuleMayNotReplyWhereAnotherHasOrHolds) {
  Room room;
  room.add(waiting(rule("late", {asks_question()}, {reply("Late"), tell("duty")}), minutes{30}));
  room.now = noon + minutes{30};
  room.facts.woken = {"late"};
  room.facts.acted = {{"early", 0, ActionKind::reply}};
  Decision decision = room.decide();
  EXPECT_EQ(done(decision), "late:tell_facilitators");
  EXPECT_EQ(reason(decision, "late"), "early has already replied");

  room.facts.acted.clear();
  room.facts.holder = "slow";
  decision = room.decide();
  EXPECT_EQ(done(decision), "late:tell_facilitators");
  EXPECT_EQ(reason(decision, "late"), "slow waits and holds the reply");
}

TEST(Wait, ABeatenRuleStillWaitsForWhatItDoesBesides) {
  Room room;
  room.add(rule("first", {asks_question()}, {reply("One")}));
  room.add(waiting(rule("second", {asks_question()}, {reply("Two"), tell("duty")}), minutes{30}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "first:reply");
  EXPECT_FALSE(decision.waits.at(0).holds_reply);
  EXPECT_EQ(reason(decision, "second"),
            "first comes first and replies; what it does besides waits until Tue 3 Mar 12:30");
}

TEST(Wait, TheRuleAsItNowStandsIsAsked) {
  Room room;
  room.add(rule("answer", {introduces_self()}, {reply("Here")}));  // rewritten meanwhile; its wait is gone
  room.facts.woken = {"answer"};
  EXPECT_EQ(reason(room.decide(), "answer"), "introduces_self: yes - nobody introduces themselves");
  room.reading.introduction.is = true;
  EXPECT_EQ(done(room.decide()), "answer:reply");
}

TEST(Wait, ARuleThatIsGoneEndsTheWaitTraced) {
  Room room;
  room.add(rule("other", {asks_question()}, {reply("Other")}));
  room.facts.woken = {"answer"};
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "");
  EXPECT_EQ(reason(decision, "answer"), "there is no rule of that name any more");
}

TEST(Wait, AWokenRuleWhoseWordsLeftThePostIsAskedAndSaysSo) {
  Room room;
  room.add(waiting(rule("slides", {says("slides")}, {reply("Here")}), minutes{15}));
  room.facts.woken = {"slides"};
  EXPECT_EQ(reason(room.decide(), "slides"), "says: slides - its words are not in the post");
}

TEST(Wait, DueInQuietHoursIsHeldToTheirEndThenAskedAgain) {
  Room room;
  room.source.course.quiet_hours = domain::Hours{{}, minutes{22 * 60}, minutes{7 * 60}};
  room.add(faq_rule());
  room.add(waiting(rule("surface", {introduces_self()}, {tell("duty")}), minutes{15}));
  room.reading.introduction.is = true;
  room.post.created_at = room.now = at("2026-03-03T21:50:00Z");
  Decision decision = room.decide();
  EXPECT_EQ(base::to_rfc3339(decision.waits.at(0).due), "2026-03-04T07:00:00Z");
  EXPECT_EQ(base::to_rfc3339(decision.waits.at(1).due), "2026-03-03T22:05:00Z")
      << "it says nothing to learners";

  room.facts.woken = {"answer"};  // woken in the night all the same
  room.now = at("2026-03-04T01:00:00Z");
  decision = room.decide();
  EXPECT_EQ(done(decision), "");
  EXPECT_EQ(base::to_rfc3339(decision.waits.at(0).due), "2026-03-04T07:00:00Z");
  EXPECT_TRUE(decision.waits.at(0).holds_reply);

  room.now = at("2026-03-04T07:00:00Z");
  EXPECT_EQ(done(room.decide()), "answer:reply, answer:save_question");
}

TEST(Wait, LongerThanTheCatchUpWindowIsStillAsked) {
  Room room;
  room.source.rules.clear();
  room.add(waiting(rule("surface", {asks_question()}, {tell("duty")}), minutes{3 * 24 * 60}));
  room.now = noon + hours{72};
  room.facts.woken = {"surface"};
  EXPECT_EQ(done(room.decide()), "surface:tell_facilitators");
}

TEST(Wait, InShadowItWaitsToShowWhatItWouldHaveDoneAndHoldsNothing) {
  Room room;
  room.add(in_mode(faq_rule(), Mode::shadow));
  room.add(rule("below", {asks_question()}, {reply("Below")}));
  Decision decision = room.decide();
  EXPECT_EQ(done(decision), "below:reply");
  EXPECT_FALSE(decision.waits.at(0).holds_reply);
  room.facts.woken = {"answer"};
  room.facts.acted = {{"below", 0, ActionKind::reply}};
  decision = room.decide();
  EXPECT_EQ(done(decision), "");
  EXPECT_EQ(reason(decision, "answer"),
            "in shadow, would do reply, save_question: asks_question: yes - it asks something");
}

TEST(Wait, AnActionIsNeverPlannedTwice) {
  Room room;
  room.add(faq_rule());
  room.now = noon + minutes{15};
  room.facts.woken = {"answer"};
  room.facts.acted = {{"answer", 0, ActionKind::reply}};
  EXPECT_EQ(done(room.decide()), "answer:save_question");
}

}  // namespace
