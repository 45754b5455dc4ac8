// Words of people's own for the few that a value can be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rulefile {

// Of `allowed` the one that "students", "live" or "picture" stands for, or that differs by a slip of the
// finger; "".
std::string word_meant(std::string_view text, const std::vector<std::string>& allowed);

// "newcomer, guest", "students or guests": several of them, as a list; "".
std::string words_meant_of(std::string_view text, const std::vector<std::string>& allowed);

// "English", "fr_CA": "en", "fr"; "".
std::string language_code_meant(std::string_view text);

// "first name", "nom", "url": the placeholder that is meant; "".
std::string placeholder_meant(std::string_view name);

}  // namespace rulefile
