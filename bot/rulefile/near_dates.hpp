// Days of the calendar as people write them, brought into the form that can be read.
#pragma once

#include <string>
#include <string_view>

namespace rulefile {

// "7 September 2026", "2026/9/7", "31.3.2026": year-month-day; "" when it is no date, or one of two.
std::string date_meant(std::string_view text);
// "2026-09-21 to 2026-09-25", two days the wrong way round: as `between` has them; "".
std::string between_meant(std::string_view text);
// "2026-09-21 to 2026-09-25": each day, as a list; "".
std::string dates_meant(std::string_view text);

}  // namespace rulefile
