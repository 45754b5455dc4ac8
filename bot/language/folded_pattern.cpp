// A pattern is walked atom by atom, with as much of RE2's syntax as tells letters from what only looks like
// letters.
#include "language/folded_pattern.hpp"

#include <re2/re2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class PatternFolder {
 public:
  explicit PatternFolder(std::string_view pattern) : pattern_(pattern) {}

  FoldedPattern take() && {
    while (at_ < pattern_.size()) step();
    folded_.reachable = alternatives_ || !dead_;
    return std::move(folded_);
  }

 private:
  void step() {
    const std::string_view rest = pattern_.substr(at_);
    if (rest.starts_with("\\Q")) {
      fold_quoted();
    } else if (rest[0] == '\\') {
      copy_escape();
    } else if (rest[0] == '[') {
      fold_class();
    } else if (rest[0] == '(') {
      copy_group_start();
    } else {
      if (rest[0] == ')' && depth_ > 0) --depth_;
      alternatives_ = alternatives_ || (rest[0] == '|' && depth_ == 0);
      fold_character(false);
    }
  }

  void copy(std::size_t length) {
    folded_.text += pattern_.substr(at_, length);
    at_ = std::min(at_ + length, pattern_.size());
  }

  // An atom that folded text never has makes the whole pattern dead when it must be there.
  void note_dead(bool dead) {
    if (!dead || depth_ > 0) return;
    const std::string_view rest = pattern_.substr(at_);
    dead_ = dead_ || !(rest.starts_with('?') || rest.starts_with('*') || rest.starts_with("{0"));
  }

  void fold_quoted() {
    copy(2);
    const std::size_t end = std::min(pattern_.find("\\E", at_), pattern_.size());
    folded_.text += base::fold(pattern_.substr(at_, end - at_));
    at_ = end;
    if (at_ < pattern_.size()) copy(2);
  }

  void copy_escape() {
    const std::size_t begin = at_;
    const char kind = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    const bool braced = at_ + 2 < pattern_.size() && pattern_[at_ + 2] == '{';
    std::size_t length = 2;
    if ((kind == 'p' || kind == 'P' || kind == 'x') && braced) {
      length = std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1 - at_;
    } else if (kind == 'p' || kind == 'P') {
      length = 3;
    } else if (kind == 'x') {
      length = 4;
    }
    copy(length);
    note_dead(is_dead_escape(pattern_.substr(begin, at_ - begin)));
  }

  static bool is_dead_escape(std::string_view escape) {
    constexpr std::array<std::string_view, 12> dead{"\\n",     "\\r",     "\\t",     "\\f",
                                                    "\\v",     "\\a",     "\\pM",    "\\p{M}",
                                                    "\\p{Lu}", "\\p{Lt}", "\\p{Mn}", "\\p{Me}"};
    if (std::find(dead.begin(), dead.end(), escape) != dead.end()) return true;
    if (!escape.starts_with("\\x")) return false;
    std::uint32_t point = 0;
    for (const char c : escape.substr(2)) {
      if (c == '{' || c == '}') continue;
      point = point * 16 + static_cast<std::uint32_t>(u_digit(c, 16));
      if (point > 0x10FFFF) return false;
    }
    std::string text;
    append_utf8(text, point);
    return point != ' ' && base::fold(text) != text;
  }

  // Flags and names of groups are no literals; "(?i)" and the like hold until the group ends.
  void copy_group_start() {
    const std::string_view rest = pattern_.substr(at_);
    if (!rest.starts_with("(?")) {
      ++depth_;
      copy(1);
      return;
    }
    const std::size_t end = rest.find_first_of(rest.starts_with("(?P<") ? ">" : ":)");
    const bool closed = end != npos && rest[end] == ')';
    if (!closed) ++depth_;
    copy(end == npos ? rest.size() : end + 1);
  }

  void fold_class() {
    copy(1);
    if (at_ < pattern_.size() && pattern_[at_] == '^') copy(1);
    if (at_ < pattern_.size() && pattern_[at_] == ']') copy(1);  // first: a literal bracket
    while (at_ < pattern_.size() && pattern_[at_] != ']') {
      const std::string_view rest = pattern_.substr(at_);
      if (rest.starts_with("[:")) {
        const std::size_t end = rest.find(":]");
        copy(end == npos ? 2 : end + 2);
      } else if (rest[0] == '\\') {
        ++depth_;  // a member of a class need not be there
        copy_escape();
        --depth_;
      } else {
        fold_character(true);
      }
    }
    if (at_ < pattern_.size()) copy(1);
  }

  void fold_character(bool in_class) {
    const std::size_t begin = at_;
    const char32_t c = next_code_point(pattern_, at_);
    const std::string_view typed = pattern_.substr(begin, at_ - begin);
    if (c < 0x80) {
      folded_.text += static_cast<char>(to_ascii_lower(c));
      const bool doubled = c == U' ' && begin > 0 && pattern_[begin - 1] == ' ';
      if (!in_class) note_dead(doubled || (c < U' '));
      return;
    }
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      folded_.text += ' ';
      return;
    }
    const std::string plain = base::fold(typed);
    const bool single = base::count_code_points(plain) <= 1;
    if (in_class && !single) {
      folded_.text += typed;
    } else {
      const std::string quoted = RE2::QuoteMeta(plain);
      folded_.text += single ? quoted : "(?:" + quoted + ")";
    }
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool alternatives_ = false;
  bool dead_ = false;
  FoldedPattern folded_;
};

}  // namespace

FoldedPattern fold_pattern(std::string_view pattern) {
  return PatternFolder(pattern).take();
}

bool pattern_survives_folding(std::string_view pattern) {
  return fold_pattern(pattern).reachable;
}

}  // namespace language
