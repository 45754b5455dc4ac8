// Words of the database back to values: the way back from domain's to_word.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace store {

// The value of `word` among those up to `last`. Throws std::runtime_error for a word no version ever wrote.
template <typename Enum>
Enum value_of(std::string_view word, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_word(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
  }
  throw std::runtime_error("unknown word \"" + std::string(word) + "\"");
}

}  // namespace store
