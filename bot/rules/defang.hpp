// What learners wrote, made harmless before it goes into the bot's own words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rules {

// Any bytes in; out comes one line of at most `graphemes` characters that can neither mention, tag, link nor
// style anything on any network, nor open a Mustache placeholder: no @ # $ or their look-alikes, no URL or
// bare domain, no invisible or direction-changing characters. Names in any script stay readable.
std::string defang(std::string_view text, std::size_t graphemes);

}  // namespace rules
