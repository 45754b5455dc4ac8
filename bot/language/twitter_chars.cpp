#include "language/twitter_chars.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "language/code_points.hpp"

namespace language {
namespace {

enum : std::uint16_t {
  domain = 1U << 0U,
  path = 1U << 1U,
  path_end = 1U << 2U,
  query = 1U << 3U,
  query_end = 1U << 4U,
  name = 1U << 5U,
  space = 1U << 6U,
  punctuation = 1U << 7U,
  precedes_url = 1U << 8U,
};

constexpr bool is_one_of(std::string_view set, unsigned char c) {
  return set.find(static_cast<char>(c)) != std::string_view::npos;
}

// For ASCII every question is one look into this table.
constexpr std::array<std::uint16_t, 128> make_classes() {
  std::array<std::uint16_t, 128> classes{};
  for (unsigned char c = 0; c < 128; ++c) {
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    const bool mark = is_one_of("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$", c) && c != 0;
    unsigned flags = 0;
    if (!mark && !white) flags |= domain;
    if (alnum || is_one_of("!*';:=+,.$/%#[]-_~@|&", c)) flags |= path;
    if (alnum || is_one_of("+-=_#/", c)) flags |= path_end;
    if (alnum || is_one_of("!?*'@();:&=+$/%#[]-_.,~|", c)) flags |= query;
    if (alnum || is_one_of("-_&=#/", c)) flags |= query_end;
    if (alnum || c == '_') flags |= name;
    if (white) flags |= space;
    if (mark) flags |= punctuation;
    if (!alnum && !is_one_of("@$#", c)) flags |= precedes_url;
    classes.at(c) = static_cast<std::uint16_t>(flags);
  }
  return classes;
}
constexpr std::array<std::uint16_t, 128> classes = make_classes();

bool ascii_has(char32_t c, std::uint16_t flag) {
  return c < 128 && (classes[c] & flag) != 0;
}

bool in_accent_ranges(char32_t c) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  constexpr std::array<Range, 16> ranges{{{0xC0, 0xD6},
                                          {0xD8, 0xF6},
                                          {0xF8, 0x24F},
                                          {0x253, 0x254},
                                          {0x256, 0x257},
                                          {0x259, 0x259},
                                          {0x25B, 0x25B},
                                          {0x263, 0x263},
                                          {0x268, 0x268},
                                          {0x26F, 0x26F},
                                          {0x272, 0x272},
                                          {0x289, 0x289},
                                          {0x28B, 0x28B},
                                          {0x2BB, 0x2BB},
                                          {0x300, 0x36F},
                                          {0x1E00, 0x1EFF}}};
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

char32_t upper(char32_t c) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

bool in_any_case(char32_t c, bool (*test)(char32_t)) {
  return c >= 128 && (test(c) || test(upper(c)));
}

bool in_cyrillic_block(char32_t c) {
  return c >= 0x400 && c <= 0x4FF;
}

bool is_international_path_char(char32_t c) {
  return in_any_case(c, in_accent_ranges) || in_any_case(c, in_cyrillic_block);
}

// X's tables are those of Unicode 7; a letter that came later makes a hashtag only as the other case of an
// older one.
bool is_old_enough(char32_t c) {
  UVersionInfo age{};
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] <= 7;
}

bool has_old_case(char32_t c) {
  return is_old_enough(c) || is_old_enough(upper(c)) ||
         is_old_enough(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
}

bool is_hashtag_sign(char32_t c) {
  constexpr std::u32string_view signs =
      U"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7";
  return signs.find(c) != std::u32string_view::npos;
}

}  // namespace

bool is_space_to_x(char32_t c) {
  if (c < 128) return ascii_has(c, space);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_direction_mark(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_never_allowed(char32_t c) {
  return c == 0xFFFE || c == 0xFEFF || c == 0xFFFF;
}

bool is_accent(char32_t c) {
  return in_accent_ranges(c);
}

bool may_precede_url(char32_t c) {
  if (c < 128) return ascii_has(c, precedes_url);
  return c != U'＠' && c != U'＃' && !is_never_allowed(c);
}

bool is_domain_char(char32_t c) {
  if (c < 128) return ascii_has(c, domain);
  return !is_space_to_x(c) && !is_never_allowed(c) && !is_direction_mark(c);
}

bool is_ascii_domain_char(char32_t c) {
  return is_ascii_alnum(c) || c == U'-' || in_any_case(c, in_accent_ranges);
}

bool is_path_char(char32_t c) {
  return c < 128 ? ascii_has(c, path) : c == 0x2013 || is_international_path_char(c);
}

bool may_end_path(char32_t c) {
  return c < 128 ? ascii_has(c, path_end) : is_international_path_char(c);
}

bool is_query_char(char32_t c) {
  return ascii_has(c, query);
}

bool may_end_query(char32_t c) {
  return ascii_has(c, query_end);
}

bool is_hashtag_letter(char32_t c) {
  if (c < 128) return is_ascii_letter(c);
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (category & (U_GC_L_MASK | U_GC_M_MASK)) != 0 && has_old_case(c);
}

bool is_hashtag_char(char32_t c) {
  if (c < 128) return ascii_has(c, name);
  if (is_hashtag_letter(c) || is_hashtag_sign(c)) return true;
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER && is_old_enough(c);
}

bool is_name_char(char32_t c) {
  return ascii_has(c, name);
}

bool ends_cashtag(char32_t c) {
  return ascii_has(c, punctuation) || is_space_to_x(c) || c == 0xFEFF;
}

}  // namespace language
