#include "language/told_page.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "language/code_points.hpp"

namespace language {

std::string_view Page::word(std::size_t at) const {
  return at < size() ? std::string_view(tokens_[at].folded) : std::string_view();
}

bool Page::is_emoji(std::size_t at) const {
  return at < size() && !is_word(at) && static_cast<unsigned char>(tokens_[at].folded[0]) >= 0x80;
}

bool Page::starts_with_digit(std::size_t at) const {
  const auto here = word(at);
  return !here.empty() && here[0] >= '0' && here[0] <= '9';
}

bool Page::capital(std::size_t at) const {
  if (!is_word(at) || tokens_[at].span.begin >= text_.size()) return false;
  return u_isupper(static_cast<UChar32>(text_[tokens_[at].span.begin])) != 0;
}

bool Page::all_capitals(std::size_t at) const {
  if (!capital(at)) return false;
  const Span where = tokens_[at].span;
  const auto letters = text_.substr(where.begin, where.end - where.begin);
  return letters.size() > 1 && std::all_of(letters.begin(), letters.end(), [](char32_t letter) {
           return u_isupper(static_cast<UChar32>(letter)) != 0;
         });
}

bool Page::breaks(std::size_t at) const {
  if (at >= size()) return true;
  constexpr std::string_view marks = ",.;:!?()/|-";
  return !is_word(at) && (is_emoji(at) || marks.find(word(at)[0]) != std::string_view::npos);
}

std::size_t Page::longest_lead(std::size_t at, std::span<const std::string_view> leads) const {
  std::size_t longest = 0;
  const auto first = word(at);
  if (first.empty()) return 0;
  for (auto lead : leads) {
    if (lead[0] != first[0]) continue;
    std::size_t taken = 0;
    while (!lead.empty()) {
      const auto space = lead.find(' ');
      if (!is(at + taken, lead.substr(0, space))) break;
      ++taken;
      lead = space == std::string_view::npos ? "" : lead.substr(space + 1);
    }
    if (lead.empty()) longest = std::max(longest, taken);
  }
  return longest;
}

Span Page::span(std::size_t first, std::size_t last) const {
  return {tokens_[first].span.begin, tokens_[last].span.end};
}

std::string Page::cut(Span span) const {
  if (span.end > text_.size() || span.begin >= span.end) return {};
  return to_utf8(text_.substr(span.begin, span.end - span.begin));
}

}  // namespace language
