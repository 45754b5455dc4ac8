// Words that tell where a place or a thing told of oneself ends, and what is neither. English and French.
#pragma once

#include <string_view>

namespace language {

// Written with a capital and after "in", yet no place: languages, nations, days, months, tools.
bool is_no_place(std::string_view folded);
// "UK".
bool is_place_abbreviation(std::string_view folded);
// "and", "with", "pour": what somebody likes ends before it.
bool ends_a_thing(std::string_view folded);
// "how people learn", "being with you": no thing but half a sentence.
bool opens_a_clause(std::string_view folded);

}  // namespace language
