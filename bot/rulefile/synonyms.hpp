// Words that people write for a key before they know it, in English and French.
#pragma once

#include <string_view>

#include "rulefile/grammar.hpp"

namespace rulefile {

// The key that was meant; "" when nobody knows.
std::string_view key_meant_by(Where where, std::string_view word);

}  // namespace rulefile
