#include "rules/limits.hpp"

#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using rules::Clearance;
using rules::Limit;

TEST(RuleLimit, CountsRollingWindowsPerLearnerThreadOrCourse) {
  const auto ago = [](int passed) { return noon - minutes{passed}; };
  const domain::Fired mine{"r", ago(61), true, false};
  const domain::Fired here{"r", ago(59), false, true};
  const domain::Fired other{"s", ago(1), true, true};
  const domain::Fired yesterday{"r", ago(24 * 60), true, true};
  const domain::Fired last_week{"r", ago(7 * 24 * 60), true, true};
  using Per = Limit::Per;
  using Window = Limit::Window;
  const struct {
    const char* what;
    int count;
    Per per;
    Window window;
    bool used_up;
    std::vector<domain::Fired> fired;
  } table[] = {
      {"once per learner, never fired", 1, Per::learner, Window::ever, false, {}},
      {"once per learner, fired for another", 1, Per::learner, Window::ever, false, {here}},
      {"once per learner, fired", 1, Per::learner, Window::ever, true, {mine}},
      {"once per learner, long ago", 1, Per::learner, Window::ever, true, {last_week}},
      {"another rule does not count", 1, Per::learner, Window::ever, false, {other}},
      {"once per thread", 1, Per::thread, Window::ever, true, {here}},
      {"once per thread, fired elsewhere", 1, Per::thread, Window::ever, false, {mine}},
      {"2 per learner per day, once", 2, Per::learner, Window::day, false, {mine}},
      {"2 per learner per day, one is 24 hours old", 2, Per::learner, Window::day, false, {yesterday, mine}},
      {"2 per hour, one is 61 minutes old", 2, Per::course, Window::hour, false, {mine, here}},
      {"1 per hour", 1, Per::course, Window::hour, true, {mine, here}},
      {"1 per learner per week, a week ago", 1, Per::learner, Window::week, false, {last_week}},
      {"1 per learner per week, yesterday", 1, Per::learner, Window::week, true, {yesterday}},
  };
  for (const auto& row : table) {
    const Limit limit{row.count, row.per, row.window, ""};
    EXPECT_EQ(rules::is_used_up(limit, "r", row.fired, noon), row.used_up) << row.what;
  }
}

std::vector<Instant> times(int count, Instant first, minutes apart) {
  std::vector<Instant> list;
  list.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) list.push_back(first + i * apart);
  return list;
}

Clearance clear(const Room& room, bool is_reply = true, Instant planned_at = noon, Instant now = noon) {
  return rules::clear_speech(*room.ruleset(), room.facts.spoken, room.facts.speech_stopped, is_reply,
                             planned_at, now);
}

TEST(Budgets, WithinThemSpeechGoesOutNow) {
  Room room;
  room.facts.spoken = {times(2, noon - hours{1}, minutes{1}),
                       times(1, noon - hours{1}, minutes{1}),
                       times(19, noon - minutes{59}, minutes{1}),
                       {},
                       {},
                       {}};
  EXPECT_EQ(clear(room).kind, Clearance::Kind::now);
}

TEST(Budgets, WhatIsOverIsQueuedUntilAllowed) {
  const Instant hour_ago = noon - hours{1};
  const struct {
    const char* reason;
    domain::Spoken spoken;
    const char* until;
  } table[] = {
      {"this learner has had the day's replies",
       {times(3, noon - hours{20}, minutes{60}), {}, {}, {}, {}, {}},
       "2026-03-03T16:00:00Z"},
      {"the hour's replies are used up",
       {{}, {}, times(20, hour_ago + minutes{5}, minutes{1}), {}, {}, {}},
       "2026-03-03T12:05:00Z"},
      {"the day's replies are used up",
       {{}, {}, times(100, noon - hours{23}, minutes{10}), {}, {}, {}},
       "2026-03-03T13:00:00Z"},
      {"this conversation has had its replies",
       {{}, times(2, noon - hours{300}, minutes{1}), {}, {}, {}, {}},
       "2026-03-04T00:00:00Z"},
  };
  for (const auto& row : table) {
    Room room;
    room.facts.spoken = row.spoken;
    const Clearance clearance = clear(room);
    EXPECT_EQ(clearance.kind, Clearance::Kind::hold) << row.reason;
    EXPECT_EQ(clearance.reason, row.reason);
    EXPECT_EQ(base::to_rfc3339(clearance.until), row.until) << row.reason;
  }
}

TEST(Budgets, OfLearnersAndThreadsDoNotConcernThePostsOfTheBotsOwn) {
  Room room;
  room.facts.spoken = {
      times(9, noon - hours{2}, minutes{1}), times(9, noon - hours{2}, minutes{1}), {}, {}, {}, {}};
  EXPECT_EQ(clear(room, false).kind, Clearance::Kind::now);
}

TEST(Budgets, ABurstIsSpreadNotMoved) {
  Room room;
  room.source.course.replies.per_hour = 2;
  room.facts.spoken.in_cohort = times(5, noon - minutes{5}, minutes{1});
  // Two went out at once, two wait an hour, the fifth and this sixth wait two.
  EXPECT_EQ(base::to_rfc3339(clear(room).until), "2026-03-03T13:56:00Z");
}

TEST(Budgets, AskedAgainWhenItComesDueItDoesNotStandInItsOwnWay) {
  Room room;
  room.source.course.replies.per_hour = 2;
  const Instant planned = noon;
  room.facts.spoken.in_cohort = {noon - minutes{30}, noon - minutes{20}, planned, noon + minutes{5}};
  EXPECT_EQ(clear(room, true, planned, noon + minutes{30}).kind, Clearance::Kind::now);
  EXPECT_EQ(clear(room, true, planned, noon + minutes{29}).kind, Clearance::Kind::hold);
}

TEST(Budgets, AfterTwelveHoursItIsADraft) {
  Room room;
  room.facts.spoken.in_thread = times(2, noon - hours{1}, minutes{1});
  EXPECT_EQ(clear(room, true, noon, noon + hours{12} - minutes{1}).kind, Clearance::Kind::hold);
  const Clearance late = clear(room, true, noon, noon + hours{12});
  EXPECT_EQ(late.kind, Clearance::Kind::draft);
  EXPECT_EQ(late.reason, "it has waited for 12 hours (this conversation has had its replies)");
}

TEST(Budgets, ThatAreFreeAgainAfterTwelveHoursLetItOut) {
  Room room;
  EXPECT_EQ(clear(room, true, noon, noon + hours{13}).kind, Clearance::Kind::now);
}

TEST(QuietHours, HoldSpeechToTheirEnd) {
  Room room;
  room.source.course.quiet_hours = domain::Hours{{}, minutes{11 * 60}, minutes{14 * 60}};
  const Clearance clearance = clear(room, false);
  EXPECT_EQ(clearance.kind, Clearance::Kind::hold);
  EXPECT_EQ(clearance.reason, "quiet hours");
  EXPECT_EQ(base::to_rfc3339(clearance.until), "2026-03-03T14:00:00Z");
}

TEST(QuietHours, LongerThanTwelveHoursEndInADraft) {
  Room room;
  room.source.course.quiet_hours = domain::Hours{{}, minutes{11 * 60}, minutes{10 * 60}};
  EXPECT_EQ(base::to_rfc3339(clear(room).until), "2026-03-04T00:00:00Z");
  EXPECT_EQ(clear(room, true, noon, noon + hours{12}).kind, Clearance::Kind::draft);
}

TEST(Breaker, HoldsAllSpeechUntilSwitchedOnAgain) {
  Room room;
  room.facts.speech_stopped = true;
  const Clearance clearance = clear(room);
  EXPECT_EQ(clearance.kind, Clearance::Kind::hold);
  EXPECT_EQ(clearance.reason, "all speech is stopped until a facilitator switches it on again");
  EXPECT_EQ(clear(room, true, noon, noon + hours{12}).kind, Clearance::Kind::draft);
}

TEST(Breaker, TripsOnTheThirtiethReplyDecidedWithinFiveMinutes) {
  Room room;
  room.add(rule("answer", {asks_question()}, {reply("Here")}));
  room.facts.spoken.by_account = times(28, noon - minutes{4}, minutes{0});
  EXPECT_FALSE(room.decide().trips_breaker);
  room.facts.spoken.by_account = times(29, noon - minutes{4}, minutes{0});
  const Decision decision = room.decide();
  EXPECT_TRUE(decision.trips_breaker);
  EXPECT_EQ(decision.actions.at(0).held_reason,
            "all speech is stopped until a facilitator switches it on again");
  room.facts.spoken.by_account = times(29, noon - minutes{5}, minutes{0});
  EXPECT_FALSE(room.decide().trips_breaker) << "five minutes ago is over";
}

TEST(Breaker, CountsDecisionsBeforeBudgets) {
  Room room;
  room.source.course.replies.per_hour = 0;
  room.add(rule("answer", {asks_question()}, {reply("Here")}));
  room.facts.spoken.by_account = times(29, noon - minutes{1}, minutes{0});
  EXPECT_TRUE(room.decide().trips_breaker);
}

TEST(Breaker, ThatIsOpenDoesNotTripAgain) {
  Room room;
  room.add(rule("answer", {asks_question()}, {reply("Here")}));
  room.facts.spoken.by_account = times(99, noon - minutes{1}, minutes{0});
  room.facts.speech_stopped = true;
  EXPECT_FALSE(room.decide().trips_breaker);
  EXPECT_TRUE(room.decide().actions.at(0).held_until.has_value());
}

TEST(Held, SpeechSaysUntilWhenAndWhy) {
  Room room;
  room.source.course.quiet_hours = domain::Hours{{}, minutes{11 * 60}, minutes{14 * 60}};
  room.add(rule("answer", {asks_question()}, {reply("Here"), tell("duty")}));
  const Decision decision = room.decide();
  EXPECT_EQ(route(decision.actions.at(0)), "reply") << "never turned into something else";
  EXPECT_EQ(base::to_rfc3339(decision.actions.at(0).held_until.value()), "2026-03-03T14:00:00Z");
  EXPECT_EQ(decision.actions.at(0).held_reason, "quiet hours");
  EXPECT_FALSE(decision.actions.at(1).held_until.has_value()) << "facilitators are never held";
  EXPECT_EQ(decision.trace.summary, "answer replies at Tue 3 Mar 14:00 at the earliest: quiet hours.");
}

}  // namespace
