// Times as people type them on the command line, in course time.
#pragma once

#include <string>

#include "base/result.hpp"
#include "rules/calendar.hpp"

namespace cli {

// "2026-03-03 18:12", "Tue 18:12" (that day from today on), "18:12" (today) or RFC 3339; "" is `now`.
base::Result<base::Instant> parse_when(const std::string& text, const rules::Calendar& calendar,
                                       base::Instant now);

}  // namespace cli
