// "Manners, always on", and the consent words.
#include "domain/course.hpp"
#include "language/reading.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using language::Command;

Room talkative_room() {
  Room room;
  room.add(rule("answer", {asks_question()}, {reply("Here"), does(ActionKind::save_question)}));
  for (const char* word : {"stop", "start", "join", "forget", "help", "who"}) {
    room.source.templates[std::string("consent-") + word] = {{"en", {std::string(word) + ", {{name}}"}},
                                                             {"fr", {std::string(word) + " (fr), {{name}}"}}};
  }
  return room;
}

TEST(Manners, WhomTheBotDoesNotHear) {
  struct Row {
    const char* why;
    void (*change)(Room&);
  };
  const Row table[] = {
      {"the bot's own post", [](Room& room) { room.facts.role = Role::bot; }},
      {"another bot wrote it", [](Room& room) { room.post.author.bot = true; }},
      {"it only repeats another post", [](Room& room) { room.post.boost_of = "0"; }},
      {"it is not public", [](Room& room) { room.post.visibility = domain::Visibility::followers; }},
      {"it is not public", [](Room& room) { room.post.visibility = domain::Visibility::direct; }},
      {"it is not under the course's hashtag", [](Room& room) { room.facts.kept = false; }},
      {"it is not under the course's hashtag",
       [](Room& room) {
         room.facts.kept = false;
         room.facts.addressed = true;
       }},
      {"it was first heard more than 24 hours after it was written",
       [](Room& room) { room.now = noon + hours{24} + minutes{1}; }},
  };
  for (const Row& row : table) {
    Room room = talkative_room();
    row.change(room);
    const Decision decision = room.decide();
    EXPECT_FALSE(decision.asked) << row.why;
    EXPECT_EQ(done(decision), "") << row.why;
    EXPECT_TRUE(decision.trace.lines.empty()) << row.why;
    EXPECT_EQ(decision.trace.summary, std::string("No rule is asked: ") + row.why + ".");
  }
}

TEST(Manners, TheCatchUpWindowCountsFromFirstHearing) {
  Room room = talkative_room();
  room.now = noon + hours{24};
  EXPECT_TRUE(room.decide().asked) << "exactly 24 hours is in time";
  room.now = noon + hours{30};
  room.facts.first_heard_at = noon + minutes{1};  // an edit of a post that was heard in time
  EXPECT_TRUE(room.decide().asked);
}

TEST(Manners, NothingIsSaidButInternalActionsRun) {
  struct Row {
    const char* why;
    void (*change)(Room&);
  };
  const Row table[] = {
      {"its author said stop", [](Room& room) { room.facts.consent = Consent::stopped; }},
      {"its author is muted or blocked", [](Room& room) { room.post.author.muted = true; }},
      {"its author's profile says #nobot", [](Room& room) { room.post.author.wants_no_bots = true; }},
  };
  for (const Row& row : table) {
    Room room = talkative_room();
    room.add(rule("spread", {asks_question()}, {does(ActionKind::boost)}));
    room.add(in_mode(rule("draft", {asks_question()}, {reply("Draft")}), Mode::draft));
    room.add(waiting(rule("later", {asks_question()}, {reply("Later")}), minutes{15}));
    row.change(room);
    room.facts.addressed = true;
    const Decision decision = room.decide();
    EXPECT_TRUE(decision.asked);
    EXPECT_EQ(done(decision), "answer:save_question") << row.why;
    EXPECT_TRUE(decision.waits.empty());
    EXPECT_EQ(verdict(decision, "answer"), Verdict::skipped);
    for (const char* name : {"answer", "spread", "draft", "later"}) {
      EXPECT_EQ(reason(decision, name), std::string(row.why) + ": nothing is said");
    }
  }
}

TEST(Manners, DistressIsNeverAnsweredAndCallsAHumanAtOnce) {
  Room room = talkative_room();
  room.source.course.quiet_hours = domain::Hours{{}, minutes{0}, minutes{23 * 60}};
  room.reading.safety = {language::Danger::self_harm, 0.9};
  room.add(in_mode(rule("draft", {asks_question()}, {reply("Draft")}), Mode::draft));
  const Decision decision = room.decide();
  EXPECT_TRUE(decision.human_needed);
  EXPECT_EQ(decision.urgent_kind, "self-harm");
  EXPECT_EQ(done(decision), "manners: human needed:tell_facilitators, answer:save_question");
  EXPECT_EQ(decision.actions[0].target, "all");
  EXPECT_TRUE(decision.actions[0].urgent);
  EXPECT_FALSE(decision.actions[0].held_until.has_value());
  EXPECT_EQ(reason(decision, "answer"), "a human is needed here: nothing is said");
  EXPECT_EQ(decision.trace.summary,
            "A human is needed (self-harm): facilitators are called, nothing is said.");
}

TEST(Manners, AHumanIsCalledOnceForAPost) {
  Room room = talkative_room();
  room.reading.safety = {language::Danger::grief, 0.9};
  room.facts.acted = {{"manners: human needed", 0, ActionKind::tell_facilitators}};
  EXPECT_EQ(done(room.decide()), "answer:save_question");
  EXPECT_TRUE(room.decide().human_needed);
}

TEST(Manners, ACallForHelpIsHeardWhereNoRuleIsAsked) {
  Room room = talkative_room();
  room.reading.safety = {language::Danger::self_harm, 0.9};
  room.post.visibility = domain::Visibility::direct;
  room.facts.addressed = true;
  const Decision decision = room.decide();
  EXPECT_FALSE(decision.asked);
  EXPECT_EQ(done(decision), "manners: human needed:tell_facilitators");
}

TEST(ConsentWords, WhatEachDoes) {
  struct Row {
    Command command;
    Consent before;
    const char* said;  // the confirmation, "" for silence
    int to;            // -1: no change
    bool forget;
    const char* summary;
  };
  const auto unknown = static_cast<int>(Consent::unknown);
  const auto joined = static_cast<int>(Consent::joined);
  const auto stopped = static_cast<int>(Consent::stopped);
  const Row table[] = {
      {Command::stop, Consent::unknown, "stop, Ana", stopped, false,
       "They asked the bot to stop: it will not speak to them again."},
      {Command::stop, Consent::joined, "stop, Ana", stopped, false,
       "They asked the bot to stop: it will not speak to them again."},
      {Command::stop, Consent::stopped, "", -1, false, "They said stop before: nothing is said."},
      {Command::start, Consent::stopped, "start, Ana", unknown, false,
       "They allow the bot to speak to them again."},
      {Command::start, Consent::unknown, "start, Ana", -1, false,
       "They allow the bot to speak to them again."},
      {Command::start, Consent::joined, "start, Ana", -1, false,
       "They allow the bot to speak to them again."},
      {Command::join, Consent::unknown, "join, Ana", joined, false,
       "They joined: the bot may answer their posts in this course."},
      {Command::join, Consent::stopped, "join, Ana", joined, false,
       "They joined: the bot may answer their posts in this course."},
      {Command::forget, Consent::joined, "forget, Ana", unknown, true,
       "They asked to be forgotten: what is kept about them is erased."},
      {Command::forget, Consent::stopped, "", stopped, true,
       "They asked to be forgotten: what is kept about them is erased."},
      {Command::help, Consent::unknown, "help, Ana", -1, false, "They asked the bot for help."},
      {Command::help, Consent::stopped, "", -1, false, "They said stop before: nothing is said."},
      {Command::who, Consent::joined, "who, Ana", -1, false, "They asked who the bot is."},
      {Command::who, Consent::stopped, "", -1, false, "They said stop before: nothing is said."},
  };
  for (const Row& row : table) {
    Room room = talkative_room();
    room.facts.addressed = true;
    room.facts.consent = row.before;
    room.reading.command = row.command;
    const Decision decision = room.decide();
    SCOPED_TRACE(std::string(to_word(row.command)) + " from " + std::string(to_word(row.before)));
    EXPECT_EQ(decision.trace.summary, row.summary);
    EXPECT_EQ(decision.actions.empty() ? "" : decision.actions[0].text, row.said);
    EXPECT_EQ(decision.consent ? static_cast<int>(decision.consent->to) : -1, row.to);
    EXPECT_EQ(decision.consent && decision.consent->forget, row.forget);
    EXPECT_TRUE(decision.trace.lines.empty()) << "no rule is asked";
    if (decision.actions.empty()) continue;
    EXPECT_EQ(decision.actions[0].rule, "manners: " + std::string(to_word(row.command)));
    EXPECT_EQ(decision.actions[0].kind, ActionKind::reply);
    EXPECT_EQ(route(decision.actions[0]), "reply");
  }
}

TEST(ConsentWords, AreHeardOnlyWhenThePostIsAddressedToTheBot) {
  Room room = talkative_room();
  room.reading.command = Command::stop;
  EXPECT_FALSE(room.decide().consent.has_value());
}

TEST(ConsentWords, AreHeardOutsideTheHashtagAndInPrivate) {
  Room room = talkative_room();
  room.reading.command = Command::stop;
  room.facts.addressed = true;
  room.facts.kept = false;
  room.post.visibility = domain::Visibility::direct;
  const Decision decision = room.decide();
  EXPECT_EQ(decision.consent->to, Consent::stopped);
  EXPECT_EQ(done(decision), "manners: stop:reply");
}

TEST(ConsentWords, OfABotOrInABoostAreNotHeard) {
  Room room = talkative_room();
  room.reading.command = Command::join;
  room.facts.addressed = true;
  room.post.author.bot = true;
  EXPECT_FALSE(room.decide().consent.has_value());
  room.post.author.bot = false;
  room.post.boost_of = "0";
  EXPECT_FALSE(room.decide().consent.has_value());
}

TEST(ConsentWords, HeardTooLateAreObeyedInSilence) {
  Room room = talkative_room();
  room.reading.command = Command::stop;
  room.facts.addressed = true;
  room.now = noon + hours{30};
  const Decision decision = room.decide();
  EXPECT_EQ(decision.consent->to, Consent::stopped);
  EXPECT_EQ(done(decision), "");
}

TEST(ConsentWords, OfWhomTheBotMayNotAnswerAreObeyedInSilence) {
  Room room = talkative_room();
  room.reading.command = Command::stop;
  room.facts.addressed = true;
  room.post.author.wants_no_bots = true;
  EXPECT_EQ(room.decide().consent->to, Consent::stopped);
  EXPECT_EQ(done(room.decide()), "");
}

TEST(ConsentWords, SpeakThePostsLanguage) {
  Room room = talkative_room();
  room.reading.command = Command::join;
  room.reading.language = {"fr", 1.0};
  room.facts.addressed = true;
  EXPECT_EQ(room.decide().actions.at(0).text, "join (fr), Ana");
  EXPECT_EQ(room.decide().actions.at(0).language, "fr");
}

TEST(ConsentWords, WithoutAWordingAreObeyedAndTheTraceSaysSo) {
  Room room;
  room.reading.command = Command::stop;
  room.facts.addressed = true;
  const Decision decision = room.decide();
  EXPECT_EQ(decision.consent->to, Consent::stopped);
  EXPECT_EQ(
      decision.trace.summary,
      "They asked the bot to stop: it will not speak to them again. There is no wording \"consent-stop\" to "
      "confirm it.");
}

TEST(ConsentWords, StopIsNeverConfirmedByADraft) {
  Room room = talkative_room();
  room.post.network = NetworkKind::x;  // answering alone is no consent there
  room.facts.addressed = true;
  room.facts.only_answers_bot = true;
  room.reading.command = Command::stop;
  EXPECT_EQ(done(room.decide()), "");
  room.reading.command = Command::help;
  EXPECT_EQ(route(room.decide().actions.at(0)), "draft");
}

TEST(ConsentWords, AreHeldInQuietHoursLikeAllSpeech) {
  Room room = talkative_room();
  room.source.course.quiet_hours = domain::Hours{{}, minutes{11 * 60}, minutes{13 * 60}};
  room.reading.command = Command::help;
  room.facts.addressed = true;
  const Decision decision = room.decide();
  EXPECT_EQ(base::to_rfc3339(decision.actions.at(0).held_until.value()), "2026-03-03T13:00:00Z");
}

TEST(ConsentWords, ARuleCanNeitherReplaceThemNorSwitchThemOff) {
  Room room = talkative_room();
  room.source.rules.insert(room.source.rules.begin(), rule("manners: stop", {}, {reply("You cannot leave")}));
  room.reading.command = Command::stop;
  room.facts.addressed = true;
  const Decision decision = room.decide();
  EXPECT_EQ(decision.actions.at(0).text, "stop, Ana");
  EXPECT_EQ(decision.actions.size(), 1u);
}

}  // namespace
