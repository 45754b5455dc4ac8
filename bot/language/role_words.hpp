// Word lists for introductions, folded: occupations, what may stand beside them, and words that are no names.
#pragma once

#include <string_view>

namespace language {

bool is_role_word(std::string_view folded);    // "teacher", "formatrice", "hr"
bool is_role_prefix(std::string_view folded);  // "instructional", "project"
bool is_role_suffix(std::string_view folded);  // "rh", "maths", "pedagogique"
bool is_greeting_word(std::string_view folded);
bool is_common_word(std::string_view folded);  // never a name after "I'm"

}  // namespace language
