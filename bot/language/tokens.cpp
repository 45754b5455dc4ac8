#include "language/tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/text.hpp"
#include "language/code_points.hpp"

namespace language {
namespace {

enum class Role { space, letter, lone_letter, attached, apostrophe, underscore, symbol, end };

bool is_curly_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x2BC || c == 0x2032 || c == 0xFF07;
}

// Han, kana, Thai, Lao, Khmer, Burmese: written without spaces between words.
bool is_unspaced(char32_t c) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_NONSTARTER:
      return true;
    default:
      return false;
  }
}

Role role_of(char32_t c) {
  if (c < 0x80) {
    if (is_ascii_alnum(c)) return Role::letter;
    if (c == U'\'') return Role::apostrophe;
    if (c == U'_') return Role::underscore;
    return c <= U' ' || c == 0x7F ? Role::space : Role::symbol;
  }
  if (is_curly_apostrophe(c)) return Role::apostrophe;
  const auto point = static_cast<UChar32>(c);
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_LO_MASK | U_GC_LM_MASK)) != 0)
    return is_unspaced(c) ? Role::lone_letter : Role::letter;
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return Role::letter;
  if ((category & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return Role::attached;
  return u_isUWhiteSpace(point) || (category & U_GC_CC_MASK) != 0 ? Role::space : Role::symbol;
}

bool is_elision(std::string_view head) {
  constexpr std::array<std::string_view, 13> heads{"c", "d", "j",  "jusqu", "l",      "lorsqu", "m",
                                                   "n", "s", "qu", "t",     "puisqu", "quoiqu"};
  return std::find(heads.begin(), heads.end(), head) != heads.end();
}

bool is_clitic(std::string_view tail) {
  constexpr std::array<std::string_view, 6> tails{"s", "m", "re", "ve", "ll", "d"};
  return std::find(tails.begin(), tails.end(), tail) != tails.end();
}

std::string folded_word(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) {
    if (static_cast<unsigned char>(c) >= 0x80) return base::fold(word);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return folded;
}

// Elisions and clitics are short; a long word is not folded again for each apostrophe in it.
std::string folded_if_short(std::string_view word) {
  constexpr std::size_t longest = 24;
  return word.size() > longest ? "" : folded_word(word);
}

// A place in the text, counted both ways.
struct Place {
  std::size_t byte = 0;
  std::uint32_t point = 0;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 1); }

  std::vector<Token> take() && {
    for (Role role = look(); role != Role::end; role = look()) {
      const Place begin = here_;
      step();
      switch (role) {
        case Role::letter:
          finish_word(begin);
          break;
        case Role::lone_letter:
          skip_attached();
          add(begin, here_, Token::Kind::word);
          break;
        case Role::space:
        case Role::attached:  // nothing to hang on: a joiner between emoji, a stray accent
          break;
        default:
          add(begin, here_, Token::Kind::symbol);
      }
    }
    return std::move(tokens_);
  }

 private:
  // The role of the character that follows; step() goes past it.
  Role look() {
    if (here_.byte >= text_.size()) return Role::end;
    next_ = here_.byte;
    return role_of(next_code_point(text_, next_));
  }
  void step() {
    here_.byte = next_;
    ++here_.point;
  }
  void skip_attached() {
    while (look() == Role::attached) step();
  }
  // Letters and marks up to something else. Underscores count when a letter follows them.
  void skip_letters() {
    for (Place last = here_;;) {
      const Role role = look();
      if (role == Role::letter || role == Role::attached) {
        step();
        last = here_;
      } else if (role == Role::underscore) {
        step();
      } else {
        here_ = last;
        return;
      }
    }
  }
  bool skip_apostrophe() {
    if (look() != Role::apostrophe) return false;
    const Place before = here_;
    step();
    if (look() == Role::letter) return true;
    here_ = before;
    return false;
  }

  void finish_word(Place begin) {
    skip_letters();
    for (Place end = here_; skip_apostrophe(); end = here_) {
      const Place tail = here_;
      if (is_elision(folded_if_short(between(begin, end)))) {
        add(begin, tail, Token::Kind::word);
        begin = tail;
      }
      skip_letters();
      if (begin.byte < tail.byte && is_clitic(folded_if_short(between(tail, here_)))) {
        add(begin, end, Token::Kind::word);
        begin = end;
      }
    }
    add(begin, here_, Token::Kind::word);
  }

  std::string_view between(Place begin, Place end) const {
    return text_.substr(begin.byte, end.byte - begin.byte);
  }
  void add(Place begin, Place end, Token::Kind kind) {
    std::string folded = folded_word(between(begin, end));
    if (!folded.empty()) tokens_.push_back({std::move(folded), {begin.point, end.point}, kind});
  }

  std::string_view text_;
  Place here_;
  std::size_t next_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  return Tokenizer(text).take();
}

}  // namespace language
