#include "language/plain_text.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/text.hpp"
#include "language/chat_spelling.hpp"
#include "language/code_points.hpp"

namespace language {
namespace {

// Markers inside the cleaned text, one code point each; they never come from a post (control characters are
// dropped).
constexpr UChar32 url_marker = 0x01;
constexpr UChar32 mention_marker = 0x02;
constexpr std::size_t longest_quotation = 200;

enum class Piece { url, mention, hashtag };
struct Cut {
  Span span;
  Piece piece;
};

std::vector<Cut> cuts_of(const Entities& entities) {
  std::vector<Cut> cuts;
  for (const auto& entity : entities.urls) cuts.push_back({entity.span, Piece::url});
  for (const auto& entity : entities.mentions) cuts.push_back({entity.span, Piece::mention});
  for (const auto& entity : entities.hashtags) cuts.push_back({entity.span, Piece::hashtag});
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.span.begin < b.span.begin; });
  return cuts;
}

// The end of a run of hashtags and blanks that reaches the end of its line, or links there, or 0 when
// something else follows.
std::size_t end_of_trailing_tags(const std::vector<Cut>& cuts, std::size_t first,
                                 std::u32string_view points) {
  std::size_t at = cuts[first].span.begin;
  std::size_t next = first;
  const auto pass = [&](Piece piece) {
    for (; next < cuts.size() && cuts[next].span.begin == at && cuts[next].piece == piece; ++next) {
      at = cuts[next].span.end;
      while (at < points.size() && points[at] == ' ') ++at;
    }
    return at;
  };
  const auto end_of_tags = pass(Piece::hashtag);
  const auto end = pass(Piece::url);
  return end >= points.size() || points[end] == U'\n' ? end_of_tags : 0;
}

std::u32string cleaned(std::u32string_view points, const std::vector<Cut>& cuts) {
  std::u32string out;
  out.reserve(points.size());
  std::size_t at = 0;
  std::size_t next = 0;
  while (at < points.size()) {
    while (next < cuts.size() && cuts[next].span.begin < at) ++next;
    if (next == cuts.size() || cuts[next].span.begin != at) {
      const char32_t c = points[at++];
      out += c < 0x20 && c != U'\n' ? U' ' : c;
      continue;
    }
    const auto& cut = cuts[next];
    if (cut.piece == Piece::hashtag) {
      const auto end = end_of_trailing_tags(cuts, next, points);
      at = end != 0 ? end : at + 1;
    } else {
      out += static_cast<char32_t>(cut.piece == Piece::url ? url_marker : mention_marker);
      at = cut.span.end;
    }
  }
  return out;
}

bool opens_quotation(char32_t c) {
  return c == U'"' || c == U'“' || c == U'«' || c == U'„';
}

// Where a quotation that opens at `open` closes, or `open` when it never does.
std::size_t closing_of(const std::u32string& text, std::size_t open) {
  const auto limit = std::min(text.size(), open + longest_quotation);
  for (std::size_t at = open + 1; at < limit && text[at] != U'\n'; ++at) {
    if (text[at] == U'"' || text[at] == U'”' || text[at] == U'»') return at;
  }
  return open;
}

bool is_end_mark(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'\n' || c == U'？' || c == U'！' ||
         c == U'¿' || c == U'‽' || c == U'。';
}

// "v2.0", "p.m", "1.5": a full stop between letters or digits ends nothing.
bool ends_sentence(const std::u32string& text, std::size_t at) {
  if (text[at] != U'.') return is_end_mark(text[at]);
  return at + 1 >= text.size() || !u_isalnum(static_cast<UChar32>(text[at + 1]));
}

bool is_titled(const std::u32string& text, std::size_t begin, std::size_t end) {
  int words = 0;
  int capitals = 0;
  bool inside = false;
  for (std::size_t at = begin; at < end; ++at) {
    const auto c = static_cast<UChar32>(text[at]);
    const bool letter = u_isalpha(c) || c == '\'' || c == 0x2019;
    if (letter && !inside) {
      ++words;
      if (u_isupper(c)) ++capitals;
    }
    inside = letter;
  }
  return words >= 3 && capitals * 5 >= words * 4;
}

class Cutter {
 public:
  explicit Cutter(std::u32string text) : text_(std::move(text)) {}

  std::vector<Sentence> sentences() {
    std::size_t begin = 0;
    std::size_t no_quotation_before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      if (opens_quotation(text_[at]) && at >= no_quotation_before) {
        const auto close = closing_of(text_, at);
        no_quotation_before = close == at ? at + longest_quotation : close + 1;
        at = close + 1;
        continue;
      }
      if (!ends_sentence(text_, at)) {
        ++at;
        continue;
      }
      const auto end = at;
      while (at < text_.size() && is_end_mark(text_[at])) ++at;
      add(begin, end, at);
      begin = at;
    }
    add(begin, text_.size(), text_.size());
    return std::move(sentences_);
  }
  std::string spelt() { return std::move(spelt_); }

 private:
  void add(std::size_t begin, std::size_t end, std::size_t after) {
    Sentence sentence;
    std::string words;
    for (auto at = begin; at < end; ++at) {
      if (text_[at] == url_marker) {
        if (words.find_first_not_of(' ') == std::string::npos && !sentences_.empty())
          sentences_.back().before_url = true;
        if (!words.empty()) sentence.before_url = true;
        words += ' ';
      } else if (text_[at] == mention_marker) {
        words += " _at_ ";
      } else {
        append_utf8(words, text_[at]);
      }
    }
    for (auto at = end; at < after; ++at) {
      sentence.asks |= text_[at] == U'?' || text_[at] == U'？' || text_[at] == U'‽';
      sentence.exclaims |= text_[at] == U'!' || text_[at] == U'！';
    }
    sentence.titled = is_titled(text_, begin, end);
    const std::string folded = base::fold(words);
    spelt_.append(folded).append(sentence.asks ? " ? " : " . ");
    sentence.folded = written_out(folded);
    if (!sentence.folded.empty() || sentence.asks) sentences_.push_back(std::move(sentence));
  }

  std::u32string text_;
  std::vector<Sentence> sentences_;
  std::string spelt_;
};

}  // namespace

PlainText plain_text_of(std::u32string_view text, const Entities& entities) {
  const auto points = text.substr(0, detector_limit);
  const auto cuts = cuts_of(entities);
  PlainText plain;
  plain.has_url = !entities.urls.empty();
  auto rest = cleaned(points, cuts);
  for (const char32_t c : rest) {
    if (c != static_cast<char32_t>(url_marker) && c != static_cast<char32_t>(mention_marker))
      append_utf8(plain.cleaned, c);
  }
  Cutter cutter(std::move(rest));
  plain.sentences = cutter.sentences();
  plain.spelt = cutter.spelt();
  for (const auto& sentence : plain.sentences) {
    plain.folded += sentence.folded;
    plain.folded += sentence.asks ? " ? " : " . ";
  }
  plain.repeats = plain.folded.starts_with("rt _at_");
  plain.to_somebody = plain.folded.starts_with("_at_");
  return plain;
}

std::string without_quotations(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const bool straight = folded[at] == '"';
    const bool angled = folded.substr(at).starts_with("«");
    if (!straight && !angled) {
      out += folded[at++];
      continue;
    }
    const auto close = folded.find(straight ? "\"" : "»", at + 1);
    if (close == std::string_view::npos) return out.append(folded.substr(at));
    at = close + (straight ? 1 : 2);
  }
  return out;
}

}  // namespace language
