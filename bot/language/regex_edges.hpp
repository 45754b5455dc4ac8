// A regular expression with its edges written as characters: "\bwhat" becomes "<word_edge>what". Whatever is
// found out about the literals of the one then tells where words of a matching text have to begin and end.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace language {

// Never in a folded text.
inline constexpr char word_edge = '\x02';  // for \b: a word begins or ends here
inline constexpr char text_edge = '\x03';  // for ^ and $: the text begins or ends here

// A letter, digit or underscore: what a word is made of, as RE2's \b sees it. Without a branch to guess.
inline constexpr std::array<bool, 256> word_bytes = [] {
  std::array<bool, 256> is{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"))
    is[static_cast<unsigned char>(c)] = true;
  return is;
}();
constexpr bool is_in_word(char c) {
  return word_bytes[static_cast<unsigned char>(c)];
}

// If a text matches `expression`, then the same text with an edge character wherever the expression asked for
// one matches the result. `expression` is one that RE2 accepts, of a single line, without flags and names.
std::string with_edges_as_characters(std::string_view expression);

}  // namespace language
