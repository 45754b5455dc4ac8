// Hours of the day as people write them, brought into the form that can be read.
#pragma once

#include <string>
#include <string_view>

namespace rulefile {

// "Mon-Fri 9am - 5pm" is "weekdays 09:00 to 17:00", "22h à 7h" is "22:00 to 07:00"; "" when it cannot be
// told, as of "9-5".
std::string hours_meant(std::string_view text);

// "weekdays 22:00 to 07:00, weekends 20:00 to 09:00": more than one span.
bool is_several_spans(std::string_view text);

// "Mon-Fri", "weekends", "Monday and Friday": their names in a list, "[Saturday, Sunday]"; "".
std::string days_in_list(std::string_view text);

}  // namespace rulefile
