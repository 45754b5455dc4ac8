#include "language/validity.hpp"

#include <algorithm>
#include <string>

#include "language/code_points.hpp"
#include "language/entities.hpp"

namespace language {
namespace {

using Text = std::u32string_view;
constexpr std::size_t npos = Text::npos;

bool is_hex(char32_t c) {
  return is_ascii_digit(c) || (to_ascii_lower(c) >= U'a' && to_ascii_lower(c) <= U'f');
}

bool is_unreserved(char32_t c) {
  return is_ascii_alnum(c) || (c >= 0x400 && c <= 0x4FF) || Text(U"-._~").find(c) != npos;
}

// Unreserved characters, %hh, and those of `more`.
bool consists_of(Text text, Text more) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_unreserved(text[i]) || more.find(text[i]) != npos) continue;
    if (text[i] != U'%' || i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
    i += 2;
  }
  return true;
}

bool is_host_letter(char32_t c) {
  return c >= 0x80 || is_ascii_alnum(c);
}

bool is_label(Text label, Text inner) {
  return !label.empty() && is_host_letter(label.front()) && is_host_letter(label.back()) &&
         std::all_of(label.begin(), label.end(),
                     [inner](char32_t c) { return is_host_letter(c) || inner.find(c) != npos; });
}

// a.b.example.org: underscores only left of the last two, no digit first in the last.
bool is_domain(Text host) {
  const std::size_t last = host.rfind(U'.');
  if (last == npos || !is_label(host.substr(last + 1), U"-") || is_ascii_digit(host[last + 1])) return false;
  const std::size_t second = host.substr(0, last).rfind(U'.');
  if (!is_label(host.substr(second + 1, last - second - 1), U"-")) return false;
  for (std::size_t end = second; end != npos;) {
    const std::size_t dot = end == 0 ? npos : host.rfind(U'.', end - 1);
    if (!is_label(host.substr(dot + 1, end - dot - 1), U"_-")) return false;
    end = dot;
  }
  return true;
}

bool is_octet(Text number) {
  if (number.empty() || number.size() > 3 || (number.size() > 1 && number[0] == U'0')) return false;
  int value = 0;
  for (const char32_t c : number) {
    if (!is_ascii_digit(c)) return false;
    value = value * 10 + static_cast<int>(c - U'0');
  }
  return value <= 255;
}

bool is_ip_address(Text host) {
  if (host.size() > 2 && host.front() == U'[' && host.back() == U']') {
    const Text inner = host.substr(1, host.size() - 2);
    return std::all_of(inner.begin(), inner.end(),
                       [](char32_t c) { return is_hex(c) || c == U':' || c == U'.'; });
  }
  int parts = 1;
  for (std::size_t dot = host.find(U'.'); dot != npos; dot = host.find(U'.')) {
    if (!is_octet(host.substr(0, dot))) return false;
    host.remove_prefix(dot + 1);
    ++parts;
  }
  return parts == 4 && is_octet(host);
}

bool is_authority(Text authority) {
  const std::size_t at = authority.rfind(U'@');
  if (at != npos) {
    if (!consists_of(authority.substr(0, at), U"!$&'()*+,;=:")) return false;
    authority.remove_prefix(at + 1);
  }
  const std::size_t colon = authority.rfind(U':');
  const std::size_t bracket = authority.rfind(U']');
  if (colon != npos && (bracket == npos || colon > bracket)) {
    const Text port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_ascii_digit))
      return false;
    authority = authority.substr(0, colon);
  }
  return is_ip_address(authority) || is_domain(authority);
}

bool is_path(Text path) {
  return (path.empty() || path[0] == U'/') && consists_of(path, U"!$&'()*+,;=:|@/");
}

// Cuts the text at the first of `marks`; what was before it comes back, the mark stays with the rest.
Text take_until(Text& text, Text marks) {
  const std::size_t end = std::min(text.find_first_of(marks), text.size());
  const Text before = text.substr(0, end);
  text.remove_prefix(end);
  return before;
}

bool is_web_scheme(Text scheme) {
  std::u32string lower(scheme);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_ascii_lower);
  return lower == U"http" || lower == U"https";
}

}  // namespace

bool is_valid_hashtag(std::string_view text) {
  const std::u32string points = code_points_of(text);
  const std::vector<FoundTag> tags = scan_hashtags(points);
  return tags.size() == 1 && tags[0].span.begin == 0 && tags[0].span.end == points.size();
}

bool is_valid_username(std::string_view text) {
  const std::u32string points = code_points_of(text);
  const std::vector<FoundMention> mentions = scan_mentions(points);
  return mentions.size() == 1 && mentions[0].list.empty() && mentions[0].name.size() + 1 == points.size();
}

bool is_valid_list(std::string_view text) {
  const std::u32string points = code_points_of(text);
  const std::vector<FoundMention> mentions = scan_mentions(points);
  return mentions.size() == 1 && !mentions[0].list.empty() && mentions[0].span.begin == 0 &&
         mentions[0].span.end == points.size();
}

bool is_valid_url(std::string_view text, bool needs_protocol) {
  const std::u32string points = code_points_of(text);
  Text rest = points;
  const std::size_t scheme_end = rest.find_first_of(U":/?#");
  if (scheme_end != npos && scheme_end > 0 && rest.substr(scheme_end).starts_with(U"://")) {
    if (needs_protocol && !is_web_scheme(rest.substr(0, scheme_end))) return false;
    rest.remove_prefix(scheme_end + 3);
  } else if (needs_protocol) {
    return false;
  }
  const Text authority = take_until(rest, U"/?#");
  const Text path = take_until(rest, U"?#");
  const Text query = take_until(rest, U"#");
  constexpr Text query_marks = U"!$&'()*+,;=:|@/?";
  return is_authority(authority) && is_path(path) && consists_of(query, query_marks) &&
         consists_of(rest.empty() ? rest : rest.substr(1), query_marks);
}

}  // namespace language
