// The table behind trigrams.hpp.
#pragma once

#include <string_view>

namespace language {

// Groups of three letters in lower case (blanks included), each followed by one digit for each of
// hinted_languages.
std::string_view trigram_table();

}  // namespace language
