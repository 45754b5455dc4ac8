#include "base/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xxhash.h>

#include <algorithm>
#include <memory>

#include "base/each_code_point.hpp"

namespace base {
namespace {

// Byte positions of grapheme boundaries after each character; visit returns false to stop.
template <typename Visit>
void each_grapheme_end(std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_SUCCESS(status)) {
    breaks->setText(&source, status);
    breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
      if (!visit(static_cast<std::size_t>(end))) break;
    }
  }
  utext_close(&source);
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  bool valid = true;
  each_code_point(bytes, [&valid](UChar32 c, std::int32_t, std::int32_t) { valid = valid && c >= 0; });
  return valid;
}

std::string valid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string valid;
  valid.reserve(bytes.size());
  each_code_point(bytes, [&](UChar32 c, std::int32_t begin, std::int32_t end) {
    if (c < 0) {
      valid += "\xEF\xBF\xBD";
    } else {
      valid.append(bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    }
  });
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t count_graphemes(std::string_view text) {
  if (is_ascii(text) && text.find('\r') == std::string_view::npos)
    return text.size();  // CR LF is one character
  std::size_t count = 0;
  each_grapheme_end(text, [&count](std::size_t) { return ++count != 0; });
  return count;
}

std::string trim(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (!text.empty()) {
    if (is_ascii_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(2);
    } else if (is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return std::string(text);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != parts.data()) joined += separator;
    joined += part;
  }
  return joined;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return fold(text).starts_with(fold(prefix));
}

std::string shorten(std::string_view text, std::size_t graphemes) {
  std::size_t count = 0;
  std::size_t cut = 0;  // where the last kept character ends when one has to go
  bool too_long = false;
  each_grapheme_end(text, [&](std::size_t end) {
    ++count;
    if (count + 1 <= graphemes) cut = end;
    too_long = count > graphemes;
    return !too_long;
  });
  if (!too_long) return std::string(text);
  return trim(text.substr(0, cut)) + "…";
}

std::uint64_t stable_hash(std::string_view bytes) {
  return XXH64(bytes.data(), bytes.size(), 0);
}

std::string to_hex(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; value >>= 4U) hex[i] = digits[value & 0xFU];
  return hex;
}

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string folded = fold(word);
  constexpr std::size_t longest = 64;  // longer words are no slips of the finger
  if (folded.empty() || folded.size() > longest) return "";
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, folded.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest) continue;
    const std::size_t distance = edit_distance(folded, fold(candidate));
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace base
