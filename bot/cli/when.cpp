#include "cli/when.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace cli {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<minutes> clock_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hour = number(text.substr(0, colon));
  const auto minute = number(text.substr(colon + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return minutes{*hour * 60 + *minute};
}

std::optional<year_month_day> date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day found{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                             std::chrono::day{static_cast<unsigned>(*day)}};
  return found.ok() ? std::optional(found) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday"};
  const std::string folded = base::fold(text);
  for (unsigned i = 0; i < names.size(); ++i) {
    if (folded.size() >= 3 && names.at(i).starts_with(folded)) return std::chrono::weekday{i};
  }
  return std::nullopt;
}

}  // namespace

base::Result<base::Instant> parse_when(const std::string& text, const rules::Calendar& calendar,
                                       base::Instant now) {
  if (text.empty()) return now;
  if (auto instant = base::parse_rfc3339(text); instant.ok()) return instant;
  const std::vector<std::string> words = base::split(base::trim(text), ' ');
  const rules::LocalTime today = calendar.local(now);
  const auto time = clock_time(words.back());
  if (time && words.size() == 1) return calendar.instant(today.date, *time);
  if (time && words.size() == 2) {
    if (const auto day = date(words.front())) return calendar.instant(*day, *time);
    if (const auto day = weekday(words.front())) {
      return calendar.instant(year_month_day{sys_days{today.date} + (*day - today.day)}, *time);
    }
  }
  return base::Error{base::ErrorKind::invalid,
                     "\"" + base::shorten(text, 40) +
                         "\" is not a time. Write --at 'Tue 18:12' or --at '2026-03-03 18:12'."};
}

}  // namespace cli
