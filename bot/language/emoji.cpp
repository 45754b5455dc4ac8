#include "language/emoji.hpp"

#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

#include <string>
#include <unordered_set>

#include "language/code_points.hpp"

namespace language {
namespace {

constexpr char32_t joiner = 0x200D;
constexpr char32_t emoji_style = 0xFE0F;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t last_tag = 0xE007F;

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

char32_t at_or_zero(std::u32string_view text, std::size_t at) {
  return at < text.size() ? text[at] : U'\0';
}

std::u32string without_style(std::u32string_view sequence) {
  std::u32string plain;
  for (const char32_t c : sequence) {
    if (c != emoji_style) plain += c;
  }
  return plain;
}

std::unordered_set<std::u32string> read_known_sequences() {
  std::unordered_set<std::u32string> known;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeSet* all = icu::UnicodeSet::fromUSet(u_getBinaryPropertySet(UCHAR_RGI_EMOJI, &status));
  if (U_FAILURE(status)) return known;
  std::string utf8;
  for (icu::UnicodeSetIterator each(*all); each.next();) {
    if (!each.isString()) continue;
    utf8.clear();
    each.getString().toUTF8String(utf8);
    known.insert(without_style(code_points_of(utf8)));
  }
  return known;
}

// Sequences that vendors draw as one picture. People type them with and without the style selector.
bool is_known_sequence(std::u32string_view sequence) {
  static const std::unordered_set<std::u32string> known = read_known_sequences();
  return known.contains(without_style(sequence));
}

std::size_t keycap_length(std::u32string_view text, std::size_t at) {
  const std::size_t style = at_or_zero(text, at + 1) == emoji_style ? 1 : 0;
  return at_or_zero(text, at + 1 + style) == keycap ? 2 + style : 0;
}

// England's flag and its like: a black flag, tags, an end mark.
std::size_t tagged_flag_length(std::u32string_view text, std::size_t at) {
  constexpr std::size_t longest = 8;
  for (std::size_t length = 2; length <= longest; ++length) {
    const char32_t c = at_or_zero(text, at + length - 1);
    if (c == last_tag) return is_known_sequence(text.substr(at, length)) ? length : 0;
    if (c < 0xE0020 || c > last_tag) return 0;
  }
  return 0;
}

// One picture without joiners; 0: none.
std::size_t element_length(std::u32string_view text, std::size_t at) {
  const char32_t c = at_or_zero(text, at);
  if (c < 0x80 || !has(c, UCHAR_EMOJI)) return 0;
  const char32_t next = at_or_zero(text, at + 1);
  if (has(next, UCHAR_EMOJI_MODIFIER) && has(c, UCHAR_EMOJI_MODIFIER_BASE)) return 2;
  if (next == emoji_style && !has(c, UCHAR_EMOJI_PRESENTATION)) return 2;  // elsewhere it is counted apart
  const std::size_t flag = tagged_flag_length(text, at);
  if (flag > 0) return flag;
  return c > 0xFF ? 1 : 0;  // the signs for copyright and trade mark alone are plain text
}

}  // namespace

std::size_t emoji_length(std::u32string_view text, std::size_t at) {
  const char32_t c = at_or_zero(text, at);
  if (is_ascii_digit(c) || c == U'#' || c == U'*') return keycap_length(text, at);
  if (has(c, UCHAR_REGIONAL_INDICATOR)) {
    const bool flag = text.size() - at >= 2 && is_known_sequence(text.substr(at, 2));
    return flag ? 2 : 1;
  }
  const std::size_t first = element_length(text, at);
  std::size_t length = first;
  constexpr std::size_t most_elements = 8;
  std::size_t end = at + first;
  for (std::size_t i = 0; first > 0 && i < most_elements && at_or_zero(text, end) == joiner; ++i) {
    const std::size_t next = element_length(text, end + 1);
    if (next == 0) break;
    end += 1 + next;
    if (is_known_sequence(text.substr(at, end - at))) length = end - at;
  }
  return length;
}

}  // namespace language
