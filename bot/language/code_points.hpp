// Text as code points, so that places in it can be counted the way networks count them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace language {

// Any bytes: each broken sequence becomes one U+FFFD, as base::valid_utf8 writes it.
std::u32string code_points_of(std::string_view text);

// The code point at byte `at`, which moves past it; `at` must be inside the text.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& text, char32_t c);
std::string to_utf8(std::u32string_view points);

// How many units a text needs in UTF-16, in which X counts some of its limits.
std::size_t utf16_length(std::u32string_view points);

inline bool is_ascii_letter(char32_t c) {
  return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z';
}
inline bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
inline char32_t to_ascii_lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
}
inline bool is_ascii_alnum(char32_t c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

}  // namespace language
