#include "language/mastodon_length.hpp"

#include <unicode/uchar.h>

#include <string>

#include "base/text.hpp"
#include "language/code_points.hpp"

namespace language {
namespace {

constexpr std::size_t npos = std::u32string_view::npos;
constexpr std::size_t url_length = 23;

bool is_word_char(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(c) || c == U'_';
  const auto point = static_cast<UChar32>(c);
  return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & (U_GC_M_MASK | U_GC_PC_MASK)) != 0;
}

bool is_user_char(char32_t c) {
  return is_ascii_alnum(c) || c == U'_';
}

// The last of a run of `inner` characters (dots and dashes among them) that is no dot or dash.
template <typename Inner>
std::size_t name_end(std::u32string_view text, std::size_t at, Inner is_inner) {
  std::size_t end = at;
  for (std::size_t i = at; i < text.size(); ++i) {
    const bool joint = text[i] == U'.' || text[i] == U'-';
    if (!joint && !is_inner(text[i])) break;
    if (joint && i == at) break;
    if (!joint) end = i + 1;
  }
  return end;
}

// Where the host of "@user@host" ends when the first @ stands at `at`; npos: that is no such name. `user_end`
// is set.
std::size_t host_end(std::u32string_view text, std::size_t at, std::size_t& user_end) {
  if (at > 0 && (is_word_char(text[at - 1]) || text[at - 1] == U'=' || text[at - 1] == U'/')) return npos;
  user_end = name_end(text, at + 1, is_user_char);
  if (user_end == at + 1 || user_end >= text.size() || text[user_end] != U'@') return npos;
  const std::size_t end = name_end(text, user_end + 1, is_word_char);
  return end > user_end + 2 ? end : npos;
}

bool names_protocol(const Entity& url) {
  const std::string start = base::fold(std::string_view(url.text).substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

// Copies the text up to `end`, long names shortened.
bool copy_names(std::u32string_view text, std::size_t begin, std::size_t end, std::u32string& counted) {
  bool changed = false;
  text = text.substr(0, end);
  for (std::size_t at = text.find(U'@', begin); at != npos; at = text.find(U'@', at)) {
    std::size_t user_end = 0;
    const std::size_t stop = host_end(text, at, user_end);
    const std::size_t copied = stop == npos ? at + 1 : user_end;
    counted += text.substr(begin, copied - begin);
    begin = at = stop == npos ? copied : stop;
    changed = changed || stop != npos;
  }
  counted += text.substr(begin, end - begin);
  return changed;
}

}  // namespace

std::optional<int> mastodon_length(std::u32string_view text, const Entities& entities) {
  if (entities.urls.empty() && text.find(U'@') == npos) return std::nullopt;
  std::u32string counted;
  bool changed = false;
  std::size_t begin = 0;
  for (const Entity& url : entities.urls) {
    if (!names_protocol(url)) continue;
    changed = true;
    copy_names(text, begin, url.span.begin, counted);
    counted.append(url_length, U'x');
    begin = url.span.end;
  }
  changed = copy_names(text, begin, text.size(), counted) || changed;
  if (!changed) return std::nullopt;
  return static_cast<int>(base::count_graphemes(to_utf8(counted)));
}

}  // namespace language
