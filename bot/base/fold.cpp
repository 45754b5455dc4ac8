#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <optional>

#include "base/each_code_point.hpp"
#include "base/fold_table.hpp"
#include "base/text.hpp"

namespace base {
namespace {

void append(std::string& text, UChar32 c) {
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

// White space runs become one space; none at the ends.
class SpaceFolder {
 public:
  explicit SpaceFolder(std::size_t size) { text_.reserve(size); }
  void space() { pending_ = !text_.empty(); }
  void add(char c) {
    flush();
    text_ += c;
  }
  void add(UChar32 c) {
    flush();
    append(text_, c);
  }
  std::string take() && { return std::move(text_); }

 private:
  void flush() {
    if (pending_) text_ += ' ';
    pending_ = false;
  }
  std::string text_;
  bool pending_ = false;
};

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string fold_ascii(std::string_view text) {
  SpaceFolder folded(text.size());
  for (const char c : text) {
    if (is_ascii_space(c)) {
      folded.space();
    } else {
      folded.add(to_lower(c));
    }
  }
  return std::move(folded).take();
}

UChar32 straight_quote(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return '"';
    default:
      return c;
  }
}

// Calls visit(code point) for each that is left, white space as it is. False without ICU's tables: cannot
// happen on an installed system.
template <typename Visit>
bool each_folded(std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return false;
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::UnicodeString plain = decompose->normalize(casefold->normalize(source, status), status);
  for (std::int32_t i = 0; i < plain.length();) {
    const UChar32 c = plain.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK) continue;
    visit(straight_quote(c));
  }
  return true;
}

std::string fold_unicode(std::string_view text) {
  SpaceFolder folded(text.size());
  const bool done = each_folded(text, [&folded](UChar32 c) {
    if (u_isUWhiteSpace(c)) {
      folded.space();
    } else {
      folded.add(c);
    }
  });
  return done ? std::move(folded).take() : fold_ascii(text);
}

std::string fold_one(std::int32_t c) {
  std::string text;
  append(text, c);
  std::string folded;
  each_folded(text, [&folded](UChar32 each) { append(folded, u_isUWhiteSpace(each) ? ' ' : each); });
  return folded;
}

// Pictures fold to themselves.
bool is_picture(UChar32 c) {
  return c >= 0x1F300 && c <= 0x1FAFF;
}

// The same as fold_unicode without ICU; none where a character asks for it.
std::optional<std::string> fold_common(std::string_view text) {
  static const FoldTable table(fold_one);
  SpaceFolder folded(text.size());
  const auto add = [&folded](char c) { is_ascii_space(c) ? folded.space() : folded.add(c); };
  bool common = true;
  each_code_point(text, [&](UChar32 c, std::int32_t, std::int32_t) {
    if (!common) return;
    if (c >= 0 && c < 0x80) {
      add(to_lower(static_cast<char>(c)));
    } else if (const auto known = table.of(c)) {
      for (const char each : *known) add(each);
    } else if (is_picture(c)) {
      folded.add(c);
    } else {
      common = false;
    }
  });
  if (!common) return std::nullopt;
  return std::move(folded).take();
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  auto folded = fold_common(text);
  return folded ? std::move(*folded) : fold_unicode(text);
}

}  // namespace base
