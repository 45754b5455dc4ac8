// Time zones as people name them.
#pragma once

#include <string>
#include <string_view>

namespace rulefile {

// The place that is meant by "EST", "GMT+1", "Toronto", "america/new york"; "" when nothing tells.
std::string zone_meant(std::string_view text);

// A zone that the calendar knows and that is an hour, not a place: its clocks do not change, or not as those
// around it. UTC says what it is.
bool is_zone_without_place(std::string_view text);

}  // namespace rulefile
