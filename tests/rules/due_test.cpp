#include "rules/due.hpp"

#include "rules/ruleset.hpp"
#include "rules/wording.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using rules::DueDecision;
using rules::Schedule;
using std::chrono::year;

rules::Rule timed(std::string name, Schedule schedule) {
  rules::Rule made = rule(std::move(name), {}, {own_post("Week {{course.name}}")});
  made.every = std::move(schedule);
  return made;
}
Schedule every_day(int minute) {
  return {Schedule::Kind::day, {}, 1, minutes{minute}, "day"};
}
Schedule every_weekday(int minute) {
  return {Schedule::Kind::weekday, {}, 1, minutes{minute}, "weekday"};
}
Schedule every_monday(int minute) {
  return {Schedule::Kind::day_of_week, std::chrono::Monday, 1, minutes{minute}, "Monday at 09:00"};
}
Schedule every_month(unsigned day, int minute) {
  return {Schedule::Kind::day_of_month, {}, day, minutes{minute}, "month"};
}

struct Clockwork {
  Room room;
  domain::DueFacts facts;
  std::vector<DueDecision> due(const std::string& now) const {
    return rules::due(*room.ruleset(), facts, at(now));
  }
  std::string when(const std::string& now) const {
    std::string all;
    for (const DueDecision& one : due(now)) all += (all.empty() ? "" : ", ") + base::to_rfc3339(one.due);
    return all;
  }
};

TEST(Every, RunsAtItsTimeInCourseTime) {
  Clockwork clockwork;
  clockwork.room.source.course.time_zone = "America/Toronto";
  clockwork.room.add(timed("daily", every_day(9 * 60)));
  EXPECT_EQ(clockwork.when("2026-03-03T13:59:00Z"), "");
  EXPECT_EQ(clockwork.when("2026-03-03T14:00:00Z"), "2026-03-03T14:00:00Z");
  EXPECT_EQ(clockwork.when("2026-03-09T13:30:00Z"), "2026-03-09T13:00:00Z") << "summer time";
  const DueDecision one = clockwork.due("2026-03-03T14:00:00Z").at(0);
  EXPECT_EQ(one.rule, "daily");
  EXPECT_EQ(done(one.decision), "daily:post");
  EXPECT_EQ(one.decision.actions[0].text, "Week Spring course");
  EXPECT_EQ(route(one.decision.actions[0]), "post");
  EXPECT_EQ(reason(one.decision, "daily"), "every: day - it is Tue 3 Mar 09:00");
}

TEST(Every, MissedWhileOffRunsIfAtMostTwoHoursLate) {
  Clockwork clockwork;
  clockwork.room.add(timed("daily", every_day(9 * 60)));
  EXPECT_EQ(clockwork.when("2026-03-03T11:00:00Z"), "2026-03-03T09:00:00Z");
  EXPECT_EQ(clockwork.when("2026-03-03T11:00:01Z"), "");
}

TEST(Every, RunsOnceForAnInstant) {
  Clockwork clockwork;
  clockwork.room.add(timed("daily", every_day(9 * 60)));
  clockwork.facts.last_runs = {{"daily", at("2026-03-03T09:00:00Z")}, {"daily", at("2026-03-01T09:00:00Z")}};
  EXPECT_EQ(clockwork.when("2026-03-03T09:30:00Z"), "");
  EXPECT_EQ(clockwork.when("2026-03-04T09:00:00Z"), "2026-03-04T09:00:00Z");
}

TEST(Every, NeverLooksBackBeforeTheCohortFirstRan) {
  Clockwork clockwork;
  clockwork.room.add(timed("daily", every_day(9 * 60)));
  clockwork.facts.running_since = at("2026-03-03T09:10:00Z");
  EXPECT_EQ(clockwork.when("2026-03-03T09:30:00Z"), "");
}

TEST(Every, KindsOfSchedules) {
  const struct {
    const char* what;
    Schedule schedule;
    const char* now;
    bool runs;
  } table[] = {
      {"weekday on Friday", every_weekday(0), "2026-03-06T00:00:00Z", true},
      {"weekday on Saturday", every_weekday(0), "2026-03-07T00:00:00Z", false},
      {"weekday on Sunday", every_weekday(0), "2026-03-08T00:00:00Z", false},
      {"Monday", every_monday(540), "2026-03-02T09:00:00Z", true},
      {"Monday on Tuesday", every_monday(540), "2026-03-03T09:00:00Z", false},
      {"1st of the month", every_month(1, 540), "2026-03-01T09:00:00Z", true},
      {"1st on the 2nd", every_month(1, 540), "2026-03-02T09:00:00Z", false},
      {"31st in a long month", every_month(31, 540), "2026-03-31T09:00:00Z", true},
      {"31st in a short month: its last day", every_month(31, 540), "2026-04-30T09:00:00Z", true},
      {"holiday", every_day(540), "2026-03-03T09:00:00Z", false},
  };
  for (const auto& row : table) {
    Clockwork clockwork;
    if (std::string(row.what) == "holiday") clockwork.room.source.course.holidays = {year{2026} / 3 / 3};
    clockwork.room.add(timed("timed", row.schedule));
    EXPECT_EQ(!clockwork.when(row.now).empty(), row.runs) << row.what;
  }
}

TEST(Every, ConditionsOfTimeAreAskedAtTheInstantAndAnUnheldOneIsTraced) {
  Clockwork clockwork;
  clockwork.room.source.course.starts = year{2026} / 2 / 16;
  rules::Rule made = timed("week 3", every_monday(540));
  made.when = {line("during", "week 3", rules::During{{{rules::During::What::weeks, 3, 3}}})};
  clockwork.room.add(made);
  EXPECT_EQ(done(clockwork.due("2026-03-02T09:00:00Z").at(0).decision), "week 3:post");
  const DueDecision next = clockwork.due("2026-03-09T09:00:00Z").at(0);
  EXPECT_EQ(done(next.decision), "");
  EXPECT_EQ(reason(next.decision, "week 3"), "during: week 3 - it is week 4");
}

TEST(Every, LimitsModesAndQuietHoursHoldHereToo) {
  Clockwork clockwork;
  rules::Rule made = timed("daily", every_day(9 * 60));
  made.limit = rules::Limit{1, rules::Limit::Per::course, rules::Limit::Window::week, "once per week"};
  clockwork.room.add(made);
  clockwork.facts.fired = {{"daily", at("2026-03-02T09:00:00Z"), false, false}};
  EXPECT_EQ(verdict(clockwork.due("2026-03-03T09:00:00Z").at(0).decision, "daily"), Verdict::skipped);

  clockwork.facts.fired.clear();
  clockwork.room.source.rules[0].mode = Mode::draft;
  EXPECT_EQ(route(clockwork.due("2026-03-03T09:00:00Z").at(0).decision.actions.at(0)), "draft");
  clockwork.room.source.rules[0].mode = Mode::shadow;
  EXPECT_EQ(done(clockwork.due("2026-03-03T09:00:00Z").at(0).decision), "");

  clockwork.room.source.rules[0].mode = Mode::automatic;
  clockwork.room.source.course.quiet_hours = domain::Hours{{}, minutes{8 * 60}, minutes{10 * 60}};
  const Decision held = clockwork.due("2026-03-03T09:00:00Z").at(0).decision;
  EXPECT_TRUE(held.waits.empty());
  EXPECT_EQ(base::to_rfc3339(held.actions.at(0).held_until.value()), "2026-03-03T10:00:00Z");
}

TEST(Every, ThereIsNoPostToAnswerAndItsConditionsAreUnknown) {
  Clockwork clockwork;
  rules::Rule made = timed("odd", every_day(9 * 60));
  made.then = {reply("To whom?"), tell("duty")};
  clockwork.room.add(made);
  Decision decision = clockwork.due("2026-03-03T09:00:00Z").at(0).decision;
  EXPECT_EQ(done(decision), "odd:tell_facilitators");
  EXPECT_EQ(reason(decision, "odd"), "there is no post to answer");
  clockwork.room.source.rules[0].when = {asks_question()};
  decision = clockwork.due("2026-03-03T09:00:00Z").at(0).decision;
  EXPECT_EQ(verdict(decision, "odd"), Verdict::unknown);
}

TEST(Every, TheSameTextIsNotRepeatedWhereTheNetworkRefusesIt) {
  Clockwork clockwork;
  clockwork.room.add(timed("daily", every_day(9 * 60)));
  clockwork.facts.said_by_account = {rules::text_hash("Week Spring course")};
  EXPECT_EQ(route(clockwork.due("2026-03-03T09:00:00Z").at(0).decision.actions.at(0)), "post");
  clockwork.facts.network = NetworkKind::x;
  EXPECT_EQ(route(clockwork.due("2026-03-03T09:00:00Z").at(0).decision.actions.at(0)), "draft");
}

TEST(NextDue, IsTheEarliestOfAllTimedRules) {
  Room room;
  EXPECT_FALSE(rules::next_due(*room.ruleset(), noon).has_value());
  room.add(rule("not timed", {}, {reply("x")}));
  EXPECT_FALSE(rules::next_due(*room.ruleset(), noon).has_value());
  room.add(timed("monthly", every_month(28, 540)));
  EXPECT_EQ(base::to_rfc3339(*rules::next_due(*room.ruleset(), noon)), "2026-03-28T09:00:00Z");
  room.add(timed("monday", every_monday(540)));
  EXPECT_EQ(base::to_rfc3339(*rules::next_due(*room.ruleset(), noon)), "2026-03-09T09:00:00Z");
  room.source.course.holidays = {year{2026} / 3 / 9};
  EXPECT_EQ(base::to_rfc3339(*rules::next_due(*room.ruleset(), noon)), "2026-03-16T09:00:00Z");
  EXPECT_EQ(base::to_rfc3339(*rules::next_due(*room.ruleset(), at("2026-03-16T09:00:00Z"))),
            "2026-03-23T09:00:00Z")
      << "after now, not at it";
}

}  // namespace
