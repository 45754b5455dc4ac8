// Letters and signs around a place in a text.
#pragma once

#include <string>
#include <string_view>

namespace rulefile {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// All that is no sign of ASCII: letters of every script, digits.
inline bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline bool letter_at(const std::string& text, std::size_t at) {
  return at < text.size() && is_letter(text[at]);
}

inline bool letter_before(const std::string& text, std::size_t at) {
  return at > 0 && letter_at(text, at - 1);
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

}  // namespace rulefile
