#include "rules/calendar.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include "domain/language.hpp"

namespace rules {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// The zone database speaks in its own date types; these are the only two places where they meet std's.
const date::time_zone* as_zone(const void* zone) {
  return static_cast<const date::time_zone*>(zone);
}

date::local_time<base::Duration> to_zone_local(sys_days day, minutes minute) {
  return date::local_time<base::Duration>(day.time_since_epoch() + minute);
}

bool on_day(const domain::Hours& hours, std::chrono::weekday day) {
  return hours.days.empty() || std::find(hours.days.begin(), hours.days.end(), day) != hours.days.end();
}

bool over_midnight(const domain::Hours& hours) {
  return hours.until < hours.from;
}

// The date on which the window that holds this moment began; none outside.
std::optional<sys_days> window_start(const domain::Hours& hours, const LocalTime& time) {
  const sys_days today{time.date};
  const sys_days yesterday = today - days{1};
  if (!over_midnight(hours)) {
    const bool inside = on_day(hours, time.day) && hours.from <= time.minute && time.minute < hours.until;
    return inside ? std::optional(today) : std::nullopt;
  }
  if (time.minute >= hours.from && on_day(hours, time.day)) return today;
  if (time.minute < hours.until && on_day(hours, std::chrono::weekday{yesterday})) return yesterday;
  return std::nullopt;
}

struct Names {
  std::array<const char*, 7> days;
  std::array<const char*, 12> months;
};
constexpr Names english{{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
                        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}};
constexpr Names french{
    {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."},
    {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."}};

std::string clock_of(minutes minute) {
  return base::two_digits(minute.count() / 60) + ":" + base::two_digits(minute.count() % 60);
}

}  // namespace

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  try {
    for (const date::time_zone& zone : date::get_tzdb().zones) names.push_back(zone.name());
  } catch (const std::exception&) {
    names.clear();  // no database: nothing can be suggested, and Calendar::of says what is wrong
  }
  return names;
}

base::Result<Calendar> Calendar::of(const domain::Course& course) {
  Calendar calendar;
  calendar.course_ = course;
  try {
    calendar.zone_ = date::locate_zone(course.time_zone);
  } catch (const std::exception&) {
    return base::Error{base::ErrorKind::invalid,
                       "There is no time zone \"" + course.time_zone + "\". Write it as in America/Toronto."};
  }
  return calendar;
}

LocalTime Calendar::local(base::Instant instant) const {
  base::Duration since_epoch = instant.time_since_epoch();
  if (zone_ != nullptr) since_epoch = as_zone(zone_)->to_local(instant).time_since_epoch();
  const auto day = std::chrono::floor<days>(since_epoch);
  const sys_days date{day};
  return {year_month_day{date}, std::chrono::weekday{date}, std::chrono::floor<minutes>(since_epoch - day)};
}

base::Instant Calendar::instant(year_month_day date, minutes minute) const {
  const sys_days day{date};
  if (zone_ == nullptr) return base::Instant(day.time_since_epoch() + minute);
  const auto local = to_zone_local(day, minute);
  const date::local_info info = as_zone(zone_)->get_info(local);
  if (info.result == date::local_info::nonexistent) {
    return std::chrono::time_point_cast<base::Duration>(info.first.end);
  }
  return base::Instant(local.time_since_epoch() - info.first.offset);
}

std::optional<int> Calendar::week(base::Instant instant) const {
  if (!course_.starts) return std::nullopt;
  const auto since = (sys_days{local(instant).date} - sys_days{*course_.starts}).count();
  return static_cast<int>(since >= 0 ? since / 7 + 1 : -((-since + 6) / 7) + 1);
}

std::optional<base::Instant> Calendar::course_end() const {
  if (!course_.starts || course_.weeks <= 0) return std::nullopt;
  return instant(year_month_day{sys_days{*course_.starts} + days{7 * course_.weeks}}, minutes{0});
}

bool Calendar::is_holiday(year_month_day date) const {
  return std::find(course_.holidays.begin(), course_.holidays.end(), date) != course_.holidays.end();
}

bool Calendar::in_working_hours(base::Instant instant) const {
  const LocalTime time = local(instant);
  if (!course_.working_hours) return !is_holiday(time.date);
  const auto start = window_start(*course_.working_hours, time);
  return start && !is_holiday(year_month_day{*start});
}

bool Calendar::in_quiet_hours(base::Instant instant) const {
  return course_.quiet_hours && window_start(*course_.quiet_hours, local(instant));
}

base::Instant Calendar::end_of_quiet_hours(base::Instant when) const {
  if (!course_.quiet_hours) return when;
  const domain::Hours& quiet = *course_.quiet_hours;
  const LocalTime time = local(when);
  const auto start = window_start(quiet, time);
  if (!start) return when;
  const sys_days last = over_midnight(quiet) ? *start + days{1} : *start;
  const base::Instant end = instant(year_month_day{last}, quiet.until);
  if (end > when) return end;
  // In the hour that autumn repeats, the first 01:30 may be over while the second is still to come.
  return when + (quiet.until - time.minute);
}

base::Instant Calendar::after_working_time(base::Instant from, base::Duration working_time) const {
  constexpr int far_enough = 3660;  // days; a course without any working day must not hang the bot
  const domain::Hours hours = course_.working_hours.value_or(domain::Hours{{}, minutes{0}, minutes{24 * 60}});
  const sys_days first = sys_days{local(from).date} - days{1};
  base::Duration left = working_time;
  for (int n = 0; n < far_enough; ++n) {
    const sys_days day = first + days{n};
    if (!on_day(hours, std::chrono::weekday{day}) || is_holiday(year_month_day{day})) continue;
    const sys_days last = over_midnight(hours) ? day + days{1} : day;
    const base::Instant opens = std::max(from, instant(year_month_day{day}, hours.from));
    const base::Instant closes = instant(year_month_day{last}, hours.until);
    if (closes <= opens) continue;
    if (left <= closes - opens) return opens + left;
    left -= closes - opens;
  }
  return from + working_time;
}

std::string Calendar::show_time(base::Instant instant) const {
  const LocalTime time = local(instant);
  const bool in_french = domain::language_for_facilitators(course_) == domain::Language::french;
  const Names& names = in_french ? french : english;
  return std::string(names.days.at(time.day.c_encoding())) + " " +
         std::to_string(static_cast<unsigned>(time.date.day())) + " " +
         names.months.at(static_cast<unsigned>(time.date.month()) - 1) + " " + clock_of(time.minute);
}

std::string Calendar::show_clock(base::Instant instant) const {
  return clock_of(local(instant).minute);
}

}  // namespace rules
