#include "rules/timed.hpp"

#include <algorithm>

#include "rules/calendar.hpp"
#include "rules/pass.hpp"
#include "rules/trace.hpp"

namespace rules {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// In a month that is too short for it, "the 31st" is its last day.
bool is_day_of_month(year_month_day date, unsigned wanted) {
  const year_month_day last{date.year() / date.month() / std::chrono::last};
  return date.day() == std::min(std::chrono::day{wanted}, last.day());
}

bool runs_on(const Schedule& schedule, sys_days day) {
  const std::chrono::weekday weekday{day};
  switch (schedule.kind) {
    case Schedule::Kind::day:
      return true;
    case Schedule::Kind::weekday:
      return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
    case Schedule::Kind::day_of_week:
      return weekday == schedule.day_of_week;
    case Schedule::Kind::day_of_month:
      return is_day_of_month(year_month_day{day}, schedule.day_of_month);
  }
  return false;
}

}  // namespace

std::vector<base::Instant> instants(const Calendar& calendar, const Schedule& schedule, base::Instant after,
                                    base::Instant until) {
  std::vector<base::Instant> found;
  const sys_days last{calendar.local(until).date};
  for (sys_days day{calendar.local(after).date}; day <= last; day += days{1}) {
    if (!runs_on(schedule, day) || calendar.is_holiday(year_month_day{day})) continue;
    const base::Instant at = calendar.instant(year_month_day{day}, schedule.at);
    if (after < at && at <= until) found.push_back(at);
  }
  return found;
}

bool is_scheduled(const Calendar& calendar, const Schedule& schedule, base::Instant now) {
  return !instants(calendar, schedule, now - std::chrono::minutes{1}, now).empty();
}

std::string due_cause(const Rule& rule, base::Instant due) {
  return "due:" + rule.name + ":" + base::to_rfc3339(due);
}

domain::Decision ask_timed(const Situation& situation, std::size_t place) {
  domain::Decision decision;
  Pass pass(situation, decision, "");
  pass.wake(place);
  finish_trace(situation, decision, "");
  return decision;
}

}  // namespace rules
