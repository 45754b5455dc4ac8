// The small written forms of the facilitators' files: dates, times, durations, limits, schedules. Text in,
// value out; none: it does not read as one. Nothing is guessed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/course.hpp"
#include "rules/rule.hpp"

namespace rulefile {

struct LocalMoment {
  std::chrono::year_month_day date;
  std::chrono::minutes minute{0};
};

std::optional<bool> read_yes_no(std::string_view text);   // yes, no, true, false in any case
std::optional<int> read_number(std::string_view text);    // whole, up to a million
std::optional<double> read_share(std::string_view text);  // 0 to 1
// Dollars as "25" or "0.005", in millionths; up to 100,000, to the millionth.
std::optional<std::int64_t> read_dollars(std::string_view text);
std::optional<std::chrono::year_month_day> read_date(std::string_view text);  // 2026-01-12, a day that exists
std::optional<std::chrono::minutes> read_clock(std::string_view text);        // 08:00, 8:00
std::optional<LocalMoment> read_moment(std::string_view text);                // 2026-01-26 09:00
std::optional<std::chrono::weekday> read_weekday(std::string_view text);      // Monday, in any case
const std::vector<std::string>& weekday_names();                              // Monday first
std::optional<domain::Hours> read_hours(std::string_view text);  // weekdays 08:00 to 18:00; 22:00 to 07:00
std::optional<rules::Delay> read_delay(
    std::string_view text);  // 15 minutes, 2 working hours, at most 30 days
std::optional<rules::Limit> read_limit(std::string_view text);  // once per learner, 3 per learner per day
std::optional<rules::Schedule> read_schedule(std::string_view text);        // weekday at 16:30
std::optional<rules::PostsSoFar> read_posts_so_far(std::string_view text);  // 1, at most 3, at least 5
std::optional<rules::During::Span> read_during(std::string_view text);      // working hours, weeks 2 to 4
std::optional<rules::Between> read_between(std::string_view text);          // 2026-01-12 and 2026-01-16
bool is_language_code(std::string_view text);                               // en, fr

}  // namespace rulefile
