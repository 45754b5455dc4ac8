// Numbers and lengths of time in words, brought into the form that can be read.
#pragma once

#include <string>
#include <string_view>

namespace rulefile {

std::string number_meant(std::string_view text);        // "six", "6 weeks": "6"
std::string share_meant(std::string_view text);         // "75%", "75": "0.75"
std::string yes_no_meant(std::string_view text);        // "oui", "on", "1": "yes"
std::string posts_so_far_meant(std::string_view text);  // "first": "1"; "more than 3": "at least 4"
// "half an hour": "30 minutes"; "a day", "1.5 hours", "2 weeks", "15": 15 minutes.
std::string delay_meant(std::string_view text);

}  // namespace rulefile
