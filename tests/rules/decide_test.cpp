// "How rules are read" of the rule files' contract, a test for each sentence.
#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

TEST(HowRulesAreRead, EveryLineOfWhenMustHold) {
  Room room;
  room.add(rule("both", {asks_question(), introduces_self()}, {reply("Hello")}));
  EXPECT_EQ(done(room.decide()), "");
  EXPECT_EQ(reason(room.decide(), "both"), "introduces_self: yes - nobody introduces themselves");
  room.reading.introduction.is = true;
  EXPECT_EQ(done(room.decide()), "both:reply");
  EXPECT_EQ(reason(room.decide(), "both"),
            "asks_question: yes - it asks something; introduces_self: yes - somebody introduces themselves");
}

TEST(HowRulesAreRead, AnyLineOfUnlessStops) {
  Room room;
  rules::Rule made = rule("answer", {asks_question()}, {reply("Here")});
  made.unless = {introduces_self(), answered_by_anyone()};
  room.add(made);
  EXPECT_EQ(done(room.decide()), "answer:reply");
  room.facts.replies->push_back({Role::facilitator, false, false});
  const Decision stopped = room.decide();
  EXPECT_EQ(done(stopped), "");
  EXPECT_EQ(verdict(stopped, "answer"), Verdict::no);
  EXPECT_EQ(reason(stopped, "answer"), "unless answered_by: anyone - a facilitator has answered");
}

TEST(HowRulesAreRead, AListMeansAnyOfThem) {
  Room room;
  room.add(rule(
      "help",
      {line("from", "[guest, learner]", rules::From{{rules::From::Who::guest, rules::From::Who::learner}})},
      {reply("Hi")}));
  EXPECT_EQ(done(room.decide()), "help:reply");
}

TEST(HowRulesAreRead, ARuleWithoutConditionsMatchesEveryPost) {
  Room room;
  room.add(rule("all", {}, {does(ActionKind::save_question)}));
  EXPECT_EQ(done(room.decide()), "all:save_question");
  EXPECT_EQ(reason(room.decide(), "all"), "it asks for nothing in particular");
}

TEST(HowRulesAreRead, TheFirstMatchingRuleThatRepliesWins) {
  Room room;
  room.add(rule("first", {introduces_self()}, {reply("One")}));
  room.add(rule("second", {asks_question()}, {reply("Two")}));
  room.add(rule("third", {asks_question()}, {reply("Three")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "second:reply");
  EXPECT_EQ(decision.trace.winner, "second");
  EXPECT_EQ(decision.actions.front().text, "Two");
  EXPECT_EQ(verdict(decision, "third"), Verdict::not_reached);
  EXPECT_EQ(reason(decision, "third"), "second comes first and replies");
}

TEST(HowRulesAreRead, InternalActionsOfAllMatchingRulesAddUp) {
  Room room;
  room.add(rule("first", {asks_question()}, {tell("duty"), reply("One")}));
  room.add(rule("second", {asks_question()}, {reply("Two"), does(ActionKind::save_question)}));
  room.add(rule("third", {asks_question()}, {does(ActionKind::label, "asked")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "first:tell_facilitators, first:reply, second:save_question, third:label");
  EXPECT_EQ(decision.actions[0].target, "duty");
  EXPECT_EQ(decision.actions[0].index, 0);
  EXPECT_EQ(decision.actions[1].index, 1);
  EXPECT_EQ(decision.actions[2].index, 1);
  EXPECT_EQ(decision.actions[3].target, "asked");
}

TEST(HowRulesAreRead, BoostAndPostDoNotCompeteForTheReply) {
  Room room;
  room.add(rule("answer", {asks_question()}, {reply("One")}));
  room.add(rule("spread", {asks_question()}, {does(ActionKind::boost)}));
  room.add(rule("announce", {asks_question()}, {own_post("A new question came in.")}));
  EXPECT_EQ(done(room.decide()), "answer:reply, spread:boost, announce:post");
}

TEST(HowRulesAreRead, AnUnknownNeverLetsTheBotSpeakButInternalActionsRunWithANote) {
  Room room;
  rules::Rule made = rule("answer", {asks_question()}, {reply("Here"), tell("all")});
  made.unless = {answered_by_anyone()};
  room.add(made);
  room.add(rule("below", {asks_question()}, {reply("Below")}));
  room.facts.replies.reset();
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "answer:tell_facilitators, below:reply");
  EXPECT_EQ(verdict(decision, "answer"), Verdict::unknown);
  const std::string could_not =
      "could not check unless answered_by: anyone - the conversation could not be read";
  EXPECT_EQ(reason(decision, "answer"), could_not);
  EXPECT_EQ(decision.actions.front().notes, std::vector<std::string>{could_not});
  EXPECT_TRUE(line_of(decision, "answer")->near_miss);
}

TEST(HowRulesAreRead, AnUnknownInWhenIsNoBetter) {
  Room room;
  room.add(rule("answer",
                {line("answered_by", "nobody", rules::AnsweredBy{{rules::AnsweredBy::Who::nobody}})},
                {reply("Here"), does(ActionKind::save_question)}));
  room.facts.replies.reset();
  EXPECT_EQ(done(room.decide()), "answer:save_question");
  EXPECT_EQ(room.decide().actions.front().notes.front(),
            "could not check answered_by: nobody - the conversation could not be read");
}

TEST(Modes, DraftWinsThePostAndAHumanSendsIt) {
  Room room;
  room.add(in_mode(rule("first", {asks_question()}, {reply("One"), does(ActionKind::save_question)}),
                   Mode::draft));
  room.add(rule("second", {asks_question()}, {reply("Two")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "first:reply, first:save_question");
  EXPECT_EQ(route(decision.actions[0]), "draft");
  EXPECT_EQ(decision.actions[0].route_reason, "the rule is in draft mode; a human sends it");
  EXPECT_EQ(route(decision.actions[1]), "none");
  EXPECT_EQ(verdict(decision, "second"), Verdict::not_reached);
}

TEST(Modes, ShadowDoesNothingAndWinsNothing) {
  Room room;
  room.add(in_mode(rule("first", {asks_question()}, {reply("One"), does(ActionKind::save_question)}),
                   Mode::shadow));
  room.add(rule("second", {asks_question()}, {reply("Two")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "second:reply");
  EXPECT_EQ(verdict(decision, "first"), Verdict::yes);
  EXPECT_EQ(reason(decision, "first"),
            "in shadow, would do reply, save_question: asks_question: yes - it asks something");
}

TEST(Limits, ARuleWhoseLimitIsUsedUpIsSkippedAndTheNextIsTried) {
  Room room;
  rules::Rule made = rule("first", {asks_question()}, {reply("One"), does(ActionKind::save_question)});
  made.limit = rules::Limit{1, rules::Limit::Per::learner, rules::Limit::Window::ever, "once per learner"};
  room.add(made);
  room.add(rule("second", {asks_question()}, {reply("Two")}));
  room.facts.fired = {{"first", noon - hours{900}, true, false}};
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "second:reply");
  EXPECT_EQ(verdict(decision, "first"), Verdict::skipped);
  EXPECT_EQ(reason(decision, "first"), "limit: once per learner - used up");
  EXPECT_TRUE(line_of(decision, "first")->near_miss);
}

TEST(NearMiss, ExactlyOneLineOfWhenFailed) {
  Room room;
  room.add(rule("one of two", {asks_question(), introduces_self()}, {reply("Hi")}));
  room.add(
      rule("two of three",
           {asks_question(), introduces_self(), line("has", "image", rules::Has{{rules::Feature::image}})},
           {reply("Hi")}));
  room.add(rule("one of one", {introduces_self()}, {reply("Hi")}));
  const Decision decision = room.decide();
  EXPECT_TRUE(line_of(decision, "one of two")->near_miss);
  EXPECT_FALSE(line_of(decision, "two of three")->near_miss);
  EXPECT_FALSE(line_of(decision, "one of one")->near_miss) << "a single line would nearly match every post";
  EXPECT_EQ(decision.trace.summary,
            "Nothing to do. Nearest was one of two: introduces_self: yes - nobody introduces themselves.");
}

TEST(NearMiss, OnlyUnlessStoppedIt) {
  Room room;
  rules::Rule made = rule("answer", {asks_question()}, {reply("Here")});
  made.unless = {answered_by_anyone()};
  room.add(made);
  room.facts.replies->push_back({Role::learner, false, false});
  EXPECT_TRUE(line_of(room.decide(), "answer")->near_miss);
}

TEST(Trace, HoldsOnlyRulesWhoseWordsWereFoundOrThatAskForNone) {
  Room room;
  room.add(rule("slides", {says("slides")}, {reply("Here")}));
  room.add(rule("video", {says("video")}, {reply("There")}));
  room.add(rule("intro", {introduces_self()}, {reply("Hi")}));
  const auto ruleset = room.ruleset();
  room.reading.phrases = ruleset->phrase_ids(0, 0, false);
  const Decision decision = rules::decide(*ruleset, room.post, room.reading, room.facts, room.now);
  EXPECT_EQ(done(decision), "slides:reply");
  EXPECT_EQ(reason(decision, "slides"), "says: slides - it says \"slides\"");
  EXPECT_EQ(line_of(decision, "video"), nullptr);
  EXPECT_EQ(verdict(decision, "intro"), Verdict::no);
  EXPECT_EQ(decision.trace.ruleset, ruleset->version());
  EXPECT_EQ(decision.trace.at, room.now);
}

TEST(Decide, TheSameFourValuesAlwaysGiveTheSameDecision) {
  Room room;
  rules::Rule made = rule("greet", {asks_question()}, {reply("a")});
  made.then[0].wording[""] = {"a", "b", "c", "d", "e"};
  room.add(made);
  const std::string first = room.decide().actions.at(0).text;
  for (int i = 0; i < 20; ++i) EXPECT_EQ(room.decide().actions.at(0).text, first);
}

TEST(Decide, ARuleWithoutAUsableWordingIsSkippedAndTheNextIsTried) {
  Room room;
  room.source.templates["empty"][""] = {"{{answer}}"};
  room.add(rule("empty", {asks_question()}, {reply_with("empty"), does(ActionKind::save_question)}));
  room.add(rule("missing", {asks_question()}, {reply_with("nowhere")}));
  room.add(rule("next", {asks_question()}, {reply("Here")}));
  const Decision decision = room.decide();
  EXPECT_EQ(done(decision), "empty:save_question, next:reply");
  EXPECT_EQ(reason(decision, "empty"), "its wording comes out empty");
  EXPECT_EQ(reason(decision, "missing"), "there is no wording \"nowhere\"");
}

TEST(Summary, TellsWhatHappensInOneLine) {
  Room room;
  EXPECT_EQ(room.decide().trace.summary, "Nothing to do: no rule matches.");
  room.add(rule("keep", {asks_question()}, {does(ActionKind::save_question)}));
  EXPECT_EQ(room.decide().trace.summary, "keep saves the question. Nothing is said.");
  room.add(waiting(rule("later", {asks_question()}, {tell("duty")}), minutes{180}));
  EXPECT_EQ(room.decide().trace.summary, "later waits until Tue 3 Mar 15:00, then it is asked again.");
  room.add(rule("answer", {asks_question()}, {reply("Here")}));
  EXPECT_EQ(room.decide().trace.summary, "answer replies: here the course's hashtag is consent.");
}

}  // namespace
