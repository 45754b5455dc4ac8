#include "rulefile/excerpt.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace rulefile {
namespace {

constexpr std::size_t longest_line = 160;  // characters
constexpr std::size_t kept_before = 60;

struct Character {
  UChar32 code = 0;
  std::string_view bytes;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t start = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    out.push_back({code, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start))});
  }
  return out;
}

bool takes_no_room(UChar32 code) {
  const auto category = u_charType(code);
  const bool skin_tone = code >= 0x1F3FB && code <= 0x1F3FF;
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
         skin_tone;
}

bool is_wide(UChar32 code) {
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

// Columns on a screen that the character at `index` takes; one joined to the one before it takes none.
std::size_t width_at(const std::vector<Character>& line, std::size_t index) {
  constexpr UChar32 joiner = 0x200D;
  const UChar32 code = line[index].code;
  if (takes_no_room(code) || (index > 0 && line[index - 1].code == joiner)) return 0;
  return is_wide(code) ? 2 : 1;
}

}  // namespace

Excerpt excerpt_of(const Diagnostic& diagnostic) {
  const std::vector<Character> line = characters_of(diagnostic.source_line);
  const auto begin = std::min(static_cast<std::size_t>(std::max(diagnostic.mark.column - 1, 0)), line.size());
  const bool ends_here = diagnostic.mark.end_line == diagnostic.mark.line;
  const std::size_t end =
      ends_here ? std::min(static_cast<std::size_t>(std::max(diagnostic.mark.end_column - 1, 0)), line.size())
                : line.size();
  const std::size_t first = line.size() > longest_line && begin > kept_before ? begin - kept_before : 0;
  const std::size_t last = std::min(line.size(), first + longest_line);

  Excerpt out;
  if (first > 0) {
    out.line = "...";
    out.indent = "   ";
  }
  for (std::size_t i = first; i < last; ++i) {
    out.line += line[i].bytes;
    if (i < begin) out.indent += line[i].code == '\t' ? "\t" : std::string(width_at(line, i), ' ');
    if (i >= begin && i < end) out.carets += std::string(width_at(line, i), '^');
  }
  if (last < line.size()) out.line += "...";
  if (out.carets.empty()) out.carets = "^";
  return out;
}

}  // namespace rulefile
