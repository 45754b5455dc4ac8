// Tables of what people write for a word that is meant: each row holds the word and, folded and between bars,
// what stands for it: {"yes", "|oui|on|ok|"}.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rulefile {

struct Meaning {
  std::string_view word;
  std::string_view others;  // folded, between bars
};

inline bool is_among(std::string_view folded, std::string_view between_bars) {
  std::string wanted = "|";
  wanted.append(folded).append("|");
  return !folded.empty() && between_bars.find(wanted) != std::string_view::npos;
}

// The word of the first row that has it; "" when none does.
template <typename Meanings>
std::string_view meaning_of(const Meanings& meanings, std::string_view folded) {
  const auto* const found = std::find_if(meanings.begin(), meanings.end(),
                                         [&](const Meaning& one) { return is_among(folded, one.others); });
  return found == meanings.end() ? std::string_view() : found->word;
}

}  // namespace rulefile
