// The words of a text, folded, with their places: what phrases, glossary and detectors compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"

namespace language {

// Word: letters, digits and marks, with underscores inside ("week_3"). Split where people hear two words:
// after a French elision ("l'aide" is l' and aide) and before an English clitic ("Dana's" is dana and 's);
// any other inner apostrophe stays ("don't", "aujourd'hui"). Scripts without spaces (Han, kana, Thai, ...)
// give a word per character. Symbol: any other visible character, one token each: punctuation, #, @, emoji.
// White space is no token.
struct Token {
  enum class Kind { word, symbol };
  std::string folded;  // as base::fold writes it, never empty: "Où" is "ou", "’" is "'"
  Span span;           // where it stands in the text, in code points
  Kind kind = Kind::word;

  bool is_word() const { return kind == Kind::word; }
};

// Linear time; any bytes (each broken UTF-8 sequence counts as one code point, a symbol).
std::vector<Token> tokens_of(std::string_view text);

}  // namespace language
