// Time as a value. Instants are UTC with millisecond resolution; only a Clock ever asks the machine.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

using Duration = std::chrono::milliseconds;
using Instant = std::chrono::time_point<std::chrono::system_clock, Duration>;

class Clock {
 public:
  virtual ~Clock() = default;
  // Thread-safe.
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// As the calendar of ISO 8601 writes it: "2026-03-03".
std::string to_date(std::chrono::year_month_day date);
std::string two_digits(long long number);  // 7: "07"; 0 to 99

// RFC 3339. Writing: UTC, "2026-03-03T21:50:00Z", milliseconds only when there are some. Reading: any offset,
// any number of fraction digits (cut at milliseconds); years 0001 to 9999.
std::string to_rfc3339(Instant instant);
Result<Instant> parse_rfc3339(std::string_view text);

// Milliseconds since 1970-01-01 UTC: how instants are stored.
std::int64_t to_millis(Instant instant);
Instant from_millis(std::int64_t millis);

}  // namespace base
