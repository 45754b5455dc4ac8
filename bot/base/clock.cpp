#include "base/clock.hpp"

#include <array>
#include <cstdio>

namespace base {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Reads a fixed number of digits and moves on; false when there are fewer.
bool take_digits(std::string_view& text, std::size_t count, int& value) {
  if (text.size() < count) return false;
  value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

milliseconds take_fraction(std::string_view& text) {
  int millis = 0;
  int digits = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    if (digits < 3) millis = millis * 10 + (text.front() - '0');
    ++digits;
    text.remove_prefix(1);
  }
  for (; digits < 3; ++digits) millis *= 10;
  return milliseconds{millis};
}

bool take_offset(std::string_view& text, minutes& offset) {
  if (take(text, "Zz")) return true;
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return false;
  const bool west = text.front() == '-';
  text.remove_prefix(1);
  int hour = 0;
  int minute = 0;
  if (!take_digits(text, 2, hour)) return false;
  take(text, ":");
  if (!take_digits(text, 2, minute) || hour > 23 || minute > 59) return false;
  offset = hours{hour} + minutes{minute};
  if (west) offset = -offset;
  return true;
}

}  // namespace

Instant SystemClock::now() const {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

std::string to_date(std::chrono::year_month_day date) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string to_rfc3339(Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant - day};
  std::array<char, 24> text{};
  int length =
      std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                    static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  std::string shown = to_date(date) + std::string(text.data(), static_cast<std::size_t>(length));
  if (time.subseconds().count() != 0) {
    length = std::snprintf(text.data(), text.size(), ".%03d", static_cast<int>(time.subseconds().count()));
    shown.append(text.data(), static_cast<std::size_t>(length));
  }
  return shown + "Z";
}

Result<Instant> parse_rfc3339(std::string_view text) {
  const Error error{ErrorKind::invalid,
                    "\"" + std::string(text.substr(0, 40)) + "\" is not a time like 2026-03-03T21:50:00Z."};
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take_digits(text, 4, year) || !take(text, "-") || !take_digits(text, 2, month) || !take(text, "-") ||
      !take_digits(text, 2, day) || !take(text, "Tt ") || !take_digits(text, 2, hour) || !take(text, ":") ||
      !take_digits(text, 2, minute) || !take(text, ":") || !take_digits(text, 2, second)) {
    return error;
  }
  milliseconds fraction{0};
  if (take(text, ".,")) fraction = take_fraction(text);
  minutes offset{0};
  if (!take_offset(text, offset) || !text.empty()) return error;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year == 0 || hour > 23 || minute > 59 || second > 60) return error;
  return Instant{std::chrono::sys_days{date}} + hours{hour} + minutes{minute} + seconds{second} + fraction -
         offset;
}

std::int64_t to_millis(Instant instant) {
  return instant.time_since_epoch().count();
}

Instant from_millis(std::int64_t millis) {
  return Instant{Duration{millis}};
}

}  // namespace base
