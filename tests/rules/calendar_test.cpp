#include "rules/calendar.hpp"

#include "tests/rules/room.hpp"

namespace {

using namespace room;
using rules::Calendar;
using std::chrono::year;

domain::Course toronto() {
  domain::Course course;
  course.time_zone = "America/Toronto";
  course.starts = year{2026} / 1 / 12;
  course.weeks = 8;
  course.holidays = {year{2026} / 2 / 16};
  using std::chrono::Friday, std::chrono::Monday, std::chrono::Thursday, std::chrono::Tuesday,
      std::chrono::Wednesday;
  course.working_hours =
      domain::Hours{{Monday, Tuesday, Wednesday, Thursday, Friday}, minutes{8 * 60}, minutes{18 * 60}};
  course.quiet_hours = domain::Hours{{}, minutes{22 * 60}, minutes{7 * 60}};
  return course;
}

Calendar calendar_of(const domain::Course& course) {
  return Calendar::of(course).value();
}
std::string shown(Instant instant) {
  return base::to_rfc3339(instant);
}

TEST(Calendar, AnUnknownZoneIsAClearError) {
  domain::Course course;
  course.time_zone = "America/Atlantis";
  const auto result = Calendar::of(course);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().message,
            "There is no time zone \"America/Atlantis\". Write it as in America/Toronto.");
}

TEST(Calendar, WithoutACourseItIsUtcAndAlwaysOpen) {
  const Calendar calendar;
  EXPECT_EQ(calendar.show_time(noon), "Tue 3 Mar 12:00");
  EXPECT_FALSE(calendar.in_quiet_hours(noon));
  EXPECT_TRUE(calendar.in_working_hours(noon));
  EXPECT_FALSE(calendar.week(noon).has_value());
  EXPECT_FALSE(calendar.course_end().has_value());
  EXPECT_EQ(calendar.end_of_quiet_hours(noon), noon);
}

TEST(Calendar, LocalTimesThroughDaylightSaving) {
  const Calendar calendar = calendar_of(toronto());
  // Clocks go forward on 2026-03-08 at 02:00 and back on 2026-11-01 at 02:00.
  const struct {
    int month, day, hour, minute;
    const char* utc;
  } table[] = {
      {3, 7, 9, 0, "2026-03-07T14:00:00Z"},  {3, 8, 9, 0, "2026-03-08T13:00:00Z"},
      {3, 8, 2, 30, "2026-03-08T07:00:00Z"},  // skipped: the first instant after the gap
      {3, 8, 3, 0, "2026-03-08T07:00:00Z"},  {11, 1, 1, 30, "2026-11-01T05:30:00Z"},  // twice: the first
      {11, 1, 2, 0, "2026-11-01T07:00:00Z"},
  };
  for (const auto& row : table) {
    const auto date = year{2026} / row.month / row.day;
    EXPECT_EQ(shown(calendar.instant(date, minutes{row.hour * 60 + row.minute})), row.utc);
  }
  EXPECT_EQ(calendar.show_time(at("2026-03-08T06:59:00Z")), "Sun 8 Mar 01:59");
  EXPECT_EQ(calendar.show_time(at("2026-03-08T07:00:00Z")), "Sun 8 Mar 03:00");
  EXPECT_EQ(calendar.show_clock(at("2026-03-08T11:05:59Z")), "07:05");
}

TEST(Calendar, WeeksOfTheCourse) {
  const Calendar calendar = calendar_of(toronto());
  const struct {
    const char* utc;
    int week;
  } table[] = {{"2026-01-12T05:00:00Z", 1},  {"2026-01-12T04:59:00Z", 0}, {"2026-01-19T04:59:00Z", 1},
               {"2026-01-19T05:00:00Z", 2},  {"2026-01-26T14:00:00Z", 3}, {"2026-01-05T05:00:00Z", 0},
               {"2026-01-05T04:59:00Z", -1}, {"2025-12-28T12:00:00Z", -2}};
  for (const auto& row : table) EXPECT_EQ(calendar.week(at(row.utc)), row.week) << row.utc;
  EXPECT_EQ(shown(calendar.course_end().value()), "2026-03-09T04:00:00Z");
}

TEST(Calendar, WorkingHours) {
  const Calendar calendar = calendar_of(toronto());
  const struct {
    const char* utc;
    bool open;
  } table[] = {{"2026-03-03T13:00:00Z", true},    // Tue 08:00
               {"2026-03-03T12:59:00Z", false},   // 07:59
               {"2026-03-03T22:59:00Z", true},    // 17:59
               {"2026-03-03T23:00:00Z", false},   // 18:00
               {"2026-03-07T15:00:00Z", false},   // Saturday
               {"2026-02-16T15:00:00Z", false}};  // holiday
  for (const auto& row : table) EXPECT_EQ(calendar.in_working_hours(at(row.utc)), row.open) << row.utc;
}

TEST(Calendar, QuietHoursOverMidnightAndTheirEnd) {
  const Calendar calendar = calendar_of(toronto());
  const struct {
    const char* utc;
    bool quiet;
    const char* end;
  } table[] = {
      {"2026-03-04T02:59:00Z", false, "2026-03-04T02:59:00Z"},  // 21:59
      {"2026-03-04T03:00:00Z", true, "2026-03-04T12:00:00Z"},   // 22:00 → 07:00
      {"2026-03-04T11:59:00Z", true, "2026-03-04T12:00:00Z"},
      {"2026-03-04T12:00:00Z", false, "2026-03-04T12:00:00Z"},
      {"2026-03-08T04:00:00Z", true, "2026-03-08T11:00:00Z"}};  // the short night: 07:00 is an hour earlier
  for (const auto& row : table) {
    EXPECT_EQ(calendar.in_quiet_hours(at(row.utc)), row.quiet) << row.utc;
    EXPECT_EQ(shown(calendar.end_of_quiet_hours(at(row.utc))), row.end);
  }
}

TEST(Calendar, QuietHoursThatEndInTheRepeatedHourEndInTheFuture) {
  domain::Course course = toronto();
  course.quiet_hours = domain::Hours{{}, minutes{22 * 60}, minutes{90}};  // to 01:30
  const Calendar calendar = calendar_of(course);
  const Instant second_ten_past_one = at("2026-11-01T06:10:00Z");
  ASSERT_TRUE(calendar.in_quiet_hours(second_ten_past_one));
  EXPECT_EQ(shown(calendar.end_of_quiet_hours(second_ten_past_one)), "2026-11-01T06:30:00Z");
}

TEST(Calendar, HoursOnSomeDaysOverMidnightBelongToTheDayTheyBeginOn) {
  domain::Course course;
  course.quiet_hours = domain::Hours{{std::chrono::Friday}, minutes{20 * 60}, minutes{6 * 60}};
  const Calendar calendar = calendar_of(course);
  EXPECT_TRUE(calendar.in_quiet_hours(at("2026-03-06T21:00:00Z")));   // Friday evening
  EXPECT_TRUE(calendar.in_quiet_hours(at("2026-03-07T05:00:00Z")));   // Saturday morning
  EXPECT_FALSE(calendar.in_quiet_hours(at("2026-03-06T05:00:00Z")));  // Friday morning
  EXPECT_FALSE(calendar.in_quiet_hours(at("2026-03-07T21:00:00Z")));
}

TEST(Calendar, WorkingTimeSkipsTheRest) {
  const Calendar calendar = calendar_of(toronto());
  const struct {
    const char* from;
    int working_minutes;
    const char* until;
  } table[] = {{"2026-03-03T15:00:00Z", 120, "2026-03-03T17:00:00Z"},  // within a day
               {"2026-03-03T22:00:00Z", 60, "2026-03-03T23:00:00Z"},   // just to its end
               {"2026-03-03T22:00:00Z", 61, "2026-03-04T13:01:00Z"},   // over night
               {"2026-03-03T05:00:00Z", 120, "2026-03-03T15:00:00Z"},  // from before it opens
               {"2026-02-13T22:00:00Z", 120, "2026-02-17T14:00:00Z"},  // weekend and holiday
               {"2026-03-06T22:00:00Z", 120, "2026-03-09T13:00:00Z"},  // over the clocks' change
               {"2026-03-07T15:00:00Z", 0, "2026-03-09T12:00:00Z"}};   // nothing left: when it opens
  for (const auto& row : table) {
    EXPECT_EQ(shown(calendar.after_working_time(at(row.from), minutes{row.working_minutes})), row.until)
        << row.from;
  }
}

TEST(Calendar, WithoutWorkingHoursOnlyHolidaysAreSkipped) {
  domain::Course course;
  course.holidays = {year{2026} / 3 / 4};
  const Calendar calendar = calendar_of(course);
  EXPECT_EQ(shown(calendar.after_working_time(noon, hours{13})), "2026-03-05T01:00:00Z");
}

TEST(Calendar, ACourseWithoutAnyWorkingDayDoesNotHang) {
  domain::Course course;
  course.working_hours = domain::Hours{{std::chrono::Monday}, minutes{480}, minutes{480}};
  EXPECT_EQ(calendar_of(course).after_working_time(noon, hours{2}), noon + hours{2});
}

}  // namespace
