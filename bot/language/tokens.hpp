// The words of a text, folded, with their places: what phrases, glossary and detectors compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"

namespace language {

// Word: letters, digits and marks, with underscores inside ("week_3"). Split where people hear two words:
// after a French elision ("l'aide" is l' + aide, "qu'est" is qu' + est) and before an English clitic
// ("Dana's" is dana + 's, "I'm" is i + 'm); other inner apostrophes stay ("don't", "aujourd'hui" are one).
// Scripts without spaces (Han, kana, Thai, ...) give one word per character. Symbol: any other visible
// character, one token each: punctuation, #, @, emoji, line breaks are white space.
struct Token {
  enum class Kind { word, symbol };
  std::string folded;  // as base::fold writes it: "Où" is "ou", "’" is "'"
  Span span;           // where it stands in the text, in code points
  Kind kind = Kind::word;

  bool is_word() const { return kind == Kind::word; }
};

// Linear time; any bytes (broken UTF-8 counts one code point per byte and separates words).
std::vector<Token> tokens_of(std::string_view text);

}  // namespace language
