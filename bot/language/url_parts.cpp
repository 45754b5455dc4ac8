#include "language/url_parts.hpp"

#include "language/code_points.hpp"
#include "language/punycode.hpp"
#include "language/twitter_chars.hpp"

namespace language {
namespace {

constexpr std::size_t longest_label = 63;

std::size_t skip(std::u32string_view text, std::size_t at, bool (*test)(char32_t)) {
  while (at < text.size() && test(text[at])) ++at;
  return at;
}

bool is_at(std::u32string_view text, std::size_t at, char32_t c) {
  return at < text.size() && text[at] == c;
}

// "(...)" with at most one pair inside, not empty: the end, or 0.
std::size_t balanced_end(std::u32string_view text, std::size_t at) {
  const std::size_t outer = skip(text, at + 1, is_path_char);
  if (is_at(text, outer, U')')) return outer > at + 1 ? outer + 1 : 0;
  if (!is_at(text, outer, U'(')) return 0;
  const std::size_t inner = skip(text, outer + 1, is_path_char);
  if (inner == outer + 1 || !is_at(text, inner, U')')) return 0;
  const std::size_t close = skip(text, inner + 1, is_path_char);
  return is_at(text, close, U')') ? close + 1 : 0;
}

bool matches_any_case(std::u32string_view text, std::u32string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (to_ascii_lower(text[i]) != lower[i]) return false;
  }
  return true;
}

// Full stops of other scripts separate labels too; X counts what they separate as one label.
std::size_t label_length(std::u32string_view label) {
  std::size_t length = 0;
  for (std::size_t begin = 0;;) {
    const std::size_t end = label.find_first_of(U"\u3002\uFF0E\uFF61", begin);
    const bool last = end == std::u32string_view::npos;
    length += punycode_label_length(label.substr(begin, last ? end : end - begin), longest_label);
    if (last || length > longest_label) return length;
    ++length;
    begin = end + 1;
  }
}

}  // namespace

std::size_t port_end(std::u32string_view text, std::size_t at) {
  if (!is_at(text, at, U':')) return at;
  const std::size_t end = skip(text, at + 1, is_ascii_digit);
  return end > at + 1 ? end : at;
}

std::size_t path_end(std::u32string_view text, std::size_t at) {
  if (!is_at(text, at, U'/')) return at;
  std::size_t end = at + 1;
  for (std::size_t i = end; i < text.size();) {
    if (text[i] == U'(') {
      i = balanced_end(text, i);
      if (i == 0) break;
      end = i;
    } else if (is_path_char(text[i])) {
      if (may_end_path(text[i])) end = i + 1;
      ++i;
    } else {
      break;
    }
  }
  return end;
}

std::size_t query_end(std::u32string_view text, std::size_t at) {
  if (!is_at(text, at, U'?')) return at;
  std::size_t end = at;
  for (std::size_t i = at + 1; i < text.size() && is_query_char(text[i]); ++i) {
    if (may_end_query(text[i])) end = i + 1;
  }
  return end;
}

bool has_valid_labels(std::u32string_view domain) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = domain.find(U'.', begin);
    const bool last = end == std::u32string_view::npos;
    const std::size_t length = label_length(domain.substr(begin, last ? end : end - begin));
    if (length < 1 || length > longest_label) return false;
    if (last) return true;
    begin = end + 1;
  }
}

std::size_t tco_length(std::u32string_view url) {
  constexpr std::size_t longest_word = 40;
  for (const std::u32string_view start : {U"https://t.co/", U"http://t.co/"}) {
    if (!matches_any_case(url, start)) continue;
    const std::size_t end = skip(url, start.size(), is_ascii_alnum);
    if (end == start.size()) return 0;
    if (end - start.size() > longest_word) return std::u32string_view::npos;
    return query_end(url, end);
  }
  return 0;
}

}  // namespace language
