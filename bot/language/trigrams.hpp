// Which of our languages the letters of a text sound like, groups of three at a time: works on words that no
// list knows.
#pragma once

#include <string_view>

#include "language/language_hints.hpp"

namespace language {

struct TrigramOdds {
  LanguageOdds sum{};  // in logits, against the average of the languages
  double groups = 0;   // how many groups the text has
};

// `text` as typed, without links and names: case, digits and signs do not count, and "sooooo" is "soo".
TrigramOdds trigram_odds(std::string_view text);

}  // namespace language
