// Where a line holds a key, and keys whose colon was forgotten.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/text_scanner.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

bool holds_lines(const Key& key) {
  return key.type == Type::map || key.type == Type::maps;
}

bool holds_texts_by_language(const Key& key) {
  return key.type == Type::local_text || key.type == Type::variants;
}

// "key: text" as it should stand; a note behind it is left out.
std::string with_colon(const std::string& word, std::string_view text) {
  std::string value = base::trim(text);
  for (const std::string_view sign : {"= ", "-> ", "=> ", "\xE2\x86\x92 "}) {
    if (value.starts_with(sign)) value = base::trim(std::string_view(value).substr(sign.size()));
  }
  const char first = value.empty() ? '#' : value.front();
  const bool quoted = first == '"' || first == '\'';
  value.resize(quoted ? value.rfind(first) + 1 : std::min(value.find(" #"), value.size()));
  return word + ":" + (first == '#' ? "" : " " + base::shorten(value, 60));
}

// "when;", "when：": a sign at the end of the word that was meant for a colon; its bytes.
std::size_t odd_colon_before(std::string_view word) {
  constexpr std::string_view wide = "\xEF\xBC\x9A";
  if (word.ends_with(wide)) return wide.size();
  return word.ends_with(';') ? 1 : 0;
}

}  // namespace

// Where the colon of "key:" stands; npos: no key here.
std::size_t TextScanner::key_end(std::size_t at) const {
  const char first = line_[at];
  if (first == '"' || first == '\'') {
    const std::size_t close = line_.find(first, at + 1);
    const bool key = close != std::string::npos && close + 1 < line_.size() && line_[close + 1] == ':';
    const bool spaced = key && (close + 2 == line_.size() || line_[close + 2] == ' ');
    return spaced ? close + 1 : std::string::npos;
  }
  if (std::string_view("[{|>@`#&*!%?").find(first) != std::string_view::npos) return std::string::npos;
  for (std::size_t i = at; i < line_.size(); ++i) {
    if (line_[i] == '#' && i > at && line_[i - 1] == ' ') return std::string::npos;
    if (line_[i] != ':') continue;
    if (i + 1 == line_.size() || line_[i + 1] == ' ' || line_[i + 1] == '\t') return i;
  }
  return std::string::npos;
}

// What the map holds to which a key in this column would belong; none where a text may stand. `item`: a dash
// stands before it.
std::optional<Where> TextScanner::kind_of_map_at(std::size_t column, bool item) const {
  Where where = Where::file;
  for (const Level& level : levels_) {
    if (level.list) continue;
    if (level.column == column && !item) return where;
    const Key* key = level.column > column ? nullptr : find_key(where, level.key);
    if (key == nullptr || !holds_lines(*key)) return std::nullopt;
    where = key->inner;
  }
  const bool due = levels_.empty() || item || !levels_.back().filled;
  return due ? std::optional(where) : std::nullopt;
}

// Does a line "en: text" belong into this column: the first, or one beside others?
TextScanner::Languages TextScanner::languages_at(std::size_t column) const {
  Where where = Where::file;
  bool inside = false;
  for (const Level& level : levels_) {
    if (level.list) continue;
    if (inside) return level.column == column ? Languages::begun : Languages::none;
    const Key* key = level.column < column ? find_key(where, level.key) : nullptr;
    if (key == nullptr) return Languages::none;
    inside = holds_texts_by_language(*key);
    where = key->inner;
  }
  return inside && !levels_.back().filled ? Languages::due : Languages::none;
}

// `en "Here."` below `answer:`. Without quotes only beside another language: else it may be a text.
bool TextScanner::misses_colon_after_language(std::size_t at) {
  const std::size_t end = std::min(line_.find_first_of(" \t", at), line_.size());
  const std::size_t value = std::min(line_.find_first_not_of(" \t", end), line_.size());
  const std::string word = line_.substr(at, end - at);
  if (value == line_.size() || !is_language_code(word)) return false;
  const bool quoted = line_[value] == '"' || line_[value] == '\'';
  const Languages here = languages_at(at);
  if (here == Languages::none || (here == Languages::due && !quoted)) return false;
  report(Message::missing_colon, at, end, {word, with_colon(word, rest(end))});
  line_.insert(end, ":");
  return true;
}

bool TextScanner::has_lines_below(std::size_t column) const {
  constexpr int nearest = 50;
  for (int below = number_ + 1; below <= std::min(source_.lines(), number_ + nearest); ++below) {
    const std::string_view line = source_.line(below);
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos || line[begin] == '#') continue;
    return begin > column || (begin == column && line.substr(begin).starts_with("- "));
  }
  return false;
}

// "then" or "reply "..."" where a line "key: ..." is due; mended, so that what follows is read as its value.
bool TextScanner::misses_colon(std::size_t at, bool first) {
  const std::optional<Where> where = kind_of_map_at(at, !first);
  const std::size_t next = std::min(line_.find_first_of(" \t", at), line_.size());
  const std::size_t sign = odd_colon_before(std::string_view(line_).substr(at, next - at));
  const std::size_t end = next - sign;
  const std::string word = line_.substr(at, end - at);
  const Key* key = where ? find_key(*where, word) : nullptr;
  const std::size_t value = std::min(line_.find_first_not_of(" \t", next), line_.size());
  if (value < line_.size() && line_[value] == ':') return false;  // "rule : a", as the French write it
  const bool alone = value == line_.size() || line_[value] == '#';
  const bool enclosed = !alone && std::string_view("\"'[{").find(line_[value]) != std::string_view::npos;
  if (key == nullptr && !(where == Where::step && enclosed)) return first && misses_colon_after_language(at);
  const bool beside = first && std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
                        return !level.list && level.column == at;
                      });
  if (alone && !beside && !has_lines_below(at)) return false;
  if (!alone && key != nullptr && holds_lines(*key) && !enclosed) return false;
  report(Message::missing_colon, at, end, {word, with_colon(word, rest(next))});
  replace(end, next, ":");
  return true;
}

}  // namespace rulefile
