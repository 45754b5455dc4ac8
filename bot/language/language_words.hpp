// The words that chats in our languages are made of.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/language_hints.hpp"

namespace language {

// Of the language at that place of `hinted_languages`: folded, a blank before and after each.
std::string_view words_of_language(std::size_t language);

}  // namespace language
