#include "rules/defang.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/text.hpp"

namespace rules {
namespace {

constexpr std::size_t most_bytes = 16'384;  // of what is looked at; far more than is ever kept
constexpr std::size_t code_points_per_grapheme = 4;
constexpr int most_marks_in_a_row = 2;  // accents; more is a tower of them

// Cut between characters, not within one.
std::string_view first_bytes(std::string_view text) {
  std::size_t size = std::min(text.size(), most_bytes);
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  for (int back = 0; back < 3 && size < text.size() && size > 0 && continues(size); ++back) --size;
  return text.substr(0, size);
}

// Full-width and styled letters become plain ones, so that every later test sees what a network would see.
std::u32string plain_characters(std::string_view text) {
  const std::string valid = base::valid_utf8(first_bytes(text));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(valid);
  if (nfkc != nullptr && U_SUCCESS(status)) unicode = nfkc->normalize(unicode, status);
  std::u32string plain;
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    plain.push_back(static_cast<char32_t>(unicode.char32At(i)));
  }
  return plain;
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == U'\u2800';
}
bool is_alphanumeric(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}
bool is_mark(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Control, format (zero width, direction), private, unassigned: nothing that a reader would miss.
bool is_invisible(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
      return true;
    default:
      return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  }
}

bool is_sigil(char32_t c) {
  constexpr std::u32string_view sigils = U"@#$\u266F{}<>[]`\\|*~";
  return sigils.find(c) != std::u32string_view::npos;
}

// The dots that networks and browsers accept between the labels of a domain.
bool is_dot(char32_t c) {
  return c == U'.' || c == U'\u3002' || c == U'\uFF61' || c == U'\u2024';
}

std::u32string without_sigils(const std::u32string& text) {
  std::u32string kept;
  int marks = 0;
  for (const char32_t c : text) {
    if (is_space(c)) {
      if (!kept.empty() && kept.back() != U' ') kept.push_back(U' ');
      continue;
    }
    if (is_invisible(c) || is_sigil(c)) continue;
    marks = is_mark(c) ? marks + 1 : 0;
    if (marks <= most_marks_in_a_row) kept.push_back(c);
  }
  return kept;
}

// "evil.example" and "https://evil.example" fall apart; "3.5" and "12:30" stay.
std::u32string without_links(const std::u32string& text) {
  std::u32string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t before = kept.empty() ? U' ' : kept.back();
    const char32_t after = i + 1 < text.size() ? text[i + 1] : U' ';
    const bool between_digits = is_digit(before) && is_digit(after);
    if (is_dot(text[i]) && (is_alphanumeric(after) || is_mark(after)) && before != U' ' && !between_digits) {
      kept.push_back(U' ');
    } else if (text[i] == U':' && after != U' ' && !between_digits) {
      if (before != U' ') kept.push_back(U' ');
    } else if (text[i] == U'/' && (after == U'/' || before == U'/' || before == U' ')) {
      continue;
    } else {
      kept.push_back(text[i]);
    }
  }
  return kept;
}

std::string to_utf8(const std::u32string& text) {
  std::string utf8;
  icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                static_cast<std::int32_t>(text.size()))
      .toUTF8String(utf8);
  return utf8;
}

std::string single_spaced(const std::string& text) {
  std::string spaced;
  for (const char c : text) {
    if (c != ' ' || (!spaced.empty() && spaced.back() != ' ')) spaced.push_back(c);
  }
  return base::trim(spaced);
}

}  // namespace

std::string defang(std::string_view text, std::size_t graphemes) {
  std::u32string safe = without_links(without_sigils(plain_characters(text)));
  safe.resize(std::min(safe.size(), graphemes * code_points_per_grapheme));
  return base::shorten(single_spaced(to_utf8(safe)), graphemes);
}

}  // namespace rules
