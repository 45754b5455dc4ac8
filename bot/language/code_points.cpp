#include "language/code_points.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace language {

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  std::int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()) + at, i, length, c);
  at += static_cast<std::size_t>(i);
  return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

std::u32string code_points_of(std::string_view text) {
  std::u32string points(text.size(), U'\0');  // never more points than bytes
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) points[count++] = next_code_point(text, at);
  points.resize(count);
  return points;
}

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
    return;
  }
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view points) {
  std::string text;
  text.reserve(points.size());
  for (const char32_t c : points) append_utf8(text, c);
  return text;
}

std::size_t utf16_length(std::u32string_view points) {
  std::size_t units = points.size();
  for (const char32_t c : points) units += c > 0xFFFF ? 1 : 0;
  return units;
}

}  // namespace language
