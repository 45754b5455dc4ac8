// Rules that run by the clock: when, and what they do then.
#pragma once

#include <string>
#include <vector>

#include "domain/decision.hpp"
#include "rules/situation.hpp"

namespace rules {

class Calendar;
struct Rule;
struct Schedule;

inline constexpr std::chrono::hours latest_run{2};  // missed while off: runs if at most so late

// Every instant after `after` up to `until`, ascending; none on holidays.
std::vector<base::Instant> instants(const Calendar& calendar, const Schedule& schedule, base::Instant after,
                                    base::Instant until);
// Does it run in the very minute of `now`?
bool is_scheduled(const Calendar& calendar, const Schedule& schedule, base::Instant now);

std::string due_cause(const Rule& rule, base::Instant due);  // "due:RULE:2026-01-26T14:00:00Z"

// The decision of one timed rule at its instant (situation.now); without a post.
domain::Decision ask_timed(const Situation& situation, std::size_t place);

}  // namespace rules
