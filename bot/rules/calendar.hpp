// The course's calendar: local time, weeks, holidays, working and quiet hours, through daylight-saving
// changes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/course.hpp"

namespace rules {

struct LocalTime {
  std::chrono::year_month_day date;
  std::chrono::weekday day;
  std::chrono::minutes minute;  // of the day
};

std::vector<std::string> zone_names();  // all that Calendar::of knows

class Calendar {
 public:
  Calendar() = default;  // UTC, no course dates
  // Error (invalid): no such time zone.
  static base::Result<Calendar> of(const domain::Course& course);

  LocalTime local(base::Instant instant) const;
  // A local time that a DST change skips becomes the first instant after the gap; one that occurs twice is
  // the first.
  base::Instant instant(std::chrono::year_month_day date, std::chrono::minutes minute) const;
  // 1 = the 7 days from `starts`; 0 or less before; none without `starts`.
  std::optional<int> week(base::Instant instant) const;
  std::optional<base::Instant> course_end() const;  // none without `starts` and `weeks`
  bool is_holiday(std::chrono::year_month_day date) const;
  bool in_working_hours(base::Instant instant) const;  // without working_hours: always, but for holidays
  bool in_quiet_hours(base::Instant instant) const;
  base::Instant end_of_quiet_hours(
      base::Instant instant) const;  // `instant` itself when it is not in quiet hours
  base::Instant after_working_time(base::Instant from, base::Duration working_time) const;
  std::string show_time(base::Instant instant) const;   // "Tue 3 Mar 18:04"
  std::string show_clock(base::Instant instant) const;  // "07:00"

 private:
  const void* zone_ = nullptr;  // a date::time_zone, owned by the process-wide time zone database; null = UTC
  domain::Course course_;
};

}  // namespace rules
