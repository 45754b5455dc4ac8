// Words and letters that give a language away.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace language {

inline constexpr std::array<std::string_view, 5> hinted_languages = {"en", "fr", "de", "es", "nl"};
using LanguageOdds = std::array<double, hinted_languages.size()>;

// Evidence of a text's words for each language, in logits; all zero when nothing is known of them.
LanguageOdds language_hints(std::string_view folded, std::string_view original);

}  // namespace language
