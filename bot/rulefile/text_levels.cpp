// What belongs to what: the columns of lists and maps, and the lines that stand in none of them.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/misplaced_lines.hpp"
#include "rulefile/synonyms.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

bool knows(std::optional<Where> where, const std::string& key) {
  return where && !key.empty() && find_key(*where, key) != nullptr;
}

// Of what a list is no list: its dashes are part of the text.
bool is_one_text(Type type) {
  return type == Type::text || type == Type::local_text;
}

std::size_t distance(std::size_t one, std::size_t other) {
  return one > other ? one - other : other - one;
}

}  // namespace

std::optional<Where> kind_below(Where where, const std::string& word) {
  const Key* key = find_key(where, word);
  if (key == nullptr) key = find_key(where, key_meant_by(where, word));
  const bool holds_lines = key != nullptr && (key->type == Type::map || key->type == Type::maps);
  return holds_lines ? std::optional(key->inner) : std::nullopt;
}

std::size_t TextScanner::open(std::size_t column, bool dash, const std::string& key) {
  std::optional<Where> where = dash ? std::nullopt : std::optional(Where::file);
  if (!levels_.empty()) {
    const Level& above = levels_.back();
    where = above.list || !above.where ? above.where : kind_below(*above.where, above.key);
    levels_.back().filled = true;
  }
  levels_.push_back({column, dash, dash ? "" : key, dash, where, key, number_});
  return column;
}

// The list or map that a dash or key belongs to becomes the innermost level. Gives the column in which it
// stands, after mending; none when it belongs to nothing. `key`: the line's, of a dash the one behind it;
// `first`: nothing stands before it on the line.
std::optional<std::size_t> TextScanner::enter(std::size_t column, bool dash, const std::string& key,
                                              bool first) {
  if (!first) return open(column, dash, key);
  if (lacks_head(column, dash, key)) return std::nullopt;
  const auto outside =
      std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) { return level.column > column; });
  const std::vector<Level> left(outside, levels_.end());  // from the outermost to the innermost
  levels_.erase(outside, levels_.end());
  // A list may stand in the very column of the key it belongs to.
  if (!dash && levels_.size() > 1 && levels_.back().list && levels_.back().column == column) {
    const Level& above = levels_[levels_.size() - 2];
    if (!above.list && above.column == column) levels_.pop_back();
  }
  const bool inside = !levels_.empty();
  const bool in_place = inside && levels_.back().column == column && levels_.back().list == dash;
  if (in_place && !stands_astray(left, dash, key)) return go_on(column, dash, key);
  const bool due = !inside || (!levels_.back().filled && (dash || levels_.back().column < column));
  return left.empty() && due ? open(column, dash, key) : misplaced(column, dash, left, key);
}

// One more key or item of the innermost level.
std::size_t TextScanner::go_on(std::size_t column, bool dash, const std::string& key) {
  if (!dash && begins_item(key)) {
    report(Message::missing_dash, column, column + key.size(),
           {noun(*levels_.back().where), base::shorten(base::trim(rest(column)), 60)});
    levels_.pop_back();
    line_[levels_.back().column] = '-';
    return open(column, false, key);
  }
  if (dash && levels_.back().where) lost_ = false;
  levels_.back().key = dash ? "" : key;
  levels_.back().line = number_;
  return column;
}

// "- hello", and below it the lines of a rule; mended, so that they are read.
bool TextScanner::misses_name(std::size_t at) {
  if (levels_.empty() || !levels_.back().list || !levels_.back().where) return false;
  const std::string name(naming_key(*levels_.back().where));
  const bool one_word = line_.find(' ', at) == std::string::npos;
  if (!one_word && !has_lines_below(levels_.back().column)) return false;
  if (name.empty() || std::string_view("{[&*!|>?%@`").find(line_[at]) != std::string_view::npos) return false;
  const std::string item = "- " + name + ": " + base::shorten(base::trim(rest(at)), 60);
  report(Message::missing_name, at, line_.size(), {name, item});
  line_.insert(at, name + ": ");
  return true;
}

// "rule: b" among the lines of another rule: its dash is missing.
bool TextScanner::begins_item(const std::string& key) const {
  const Level& level = levels_.back();
  if (levels_.size() < 2 || level.first != key || level.key == key) return false;
  const Level& list = levels_[levels_.size() - 2];
  return list.list && list.column + 1 < level.column && level.where && naming_key(*level.where) == key;
}

// In the column of a list or map, and yet only what stands further right can be meant.
bool TextScanner::stands_astray(const std::vector<Level>& left, bool dash, const std::string& key) const {
  if (left.empty() || key.empty() || knows(levels_.back().where, key)) return false;
  const Level& last = left.back();
  if (dash) return !last.list && !last.filled && last.where && knows(kind_below(*last.where, last.key), key);
  return std::any_of(left.begin(), left.end(), [&](const Level& level) {
    return !level.list && level.where != Where::action && knows(level.where, key);  // an action has a dash
  });
}

// Where such a line means something, as near as possible.
std::optional<std::size_t> TextScanner::home_of(std::size_t column, bool dash,
                                                const std::vector<Level>& levels, const std::string& key) {
  std::optional<std::size_t> home;
  const auto offer = [&](std::size_t at) {
    if (!home || distance(at, column) <= distance(*home, column)) home = at;
  };
  for (const Level& level : levels) {
    const bool texts = dash && key.empty() && !level.where;
    if (level.list == dash && (texts || knows(level.where, key))) offer(level.column);
  }
  const Level& last = levels.back();
  const bool due = !last.list && !last.filled && last.where;
  if (due && knows(kind_below(*last.where, last.key), key)) offer(last.column + 2);
  return home;
}

// Says so, moves the line to where it was meant to stand, and tries again.
std::optional<std::size_t> TextScanner::misplaced(std::size_t column, bool dash,
                                                  const std::vector<Level>& left, const std::string& key) {
  std::vector<Level> levels = levels_;
  levels.insert(levels.end(), left.begin(), left.end());
  std::optional<std::size_t> expected = home_of(column, dash, levels, key);
  if (!expected && dash && left.empty() && !levels_.back().list) return dash_below_text(column);
  if (!expected && !left.empty() && left.front().list == dash) expected = left.front().column;
  if (!expected) expected = dash ? list_left_of(column) : map_for(key);
  if (!expected || (!dash && !is_known_key(key))) return belongs_to_nothing(column, dash, key);
  levels_ = std::move(levels);
  while (!levels_.empty() && levels_.back().column > *expected) levels_.pop_back();
  const bool there = !levels_.empty() && levels_.back().column == *expected && levels_.back().list == dash;
  if (!there || dash || !begins_item(key)) report_misplaced(column, dash, *expected, key);
  move_line(column, *expected);
  shift_ = Shift{column, static_cast<long>(*expected) - static_cast<long>(column)};
  return there ? go_on(*expected, dash, key) : open(*expected, dash, key);
}

void TextScanner::report_misplaced(std::size_t column, bool dash, std::size_t expected,
                                   const std::string& key) {
  if (lost_) return;
  const std::string spaces = std::to_string(expected);
  if (dash) return report(Message::uneven_items, column, column + 1, {spaces});
  report(Message::uneven_lines, column, column + key.size(), {key, spaces});
}

void TextScanner::move_line(std::size_t column, std::size_t to) {
  const long by = static_cast<long>(to) - static_cast<long>(column);
  if (by > 0) line_.insert(0, static_cast<std::size_t>(by), ' ');
  if (by < 0) line_.erase(0, static_cast<std::size_t>(-by));
  grown_ += by;
}

std::optional<std::size_t> TextScanner::belongs_to_nothing(std::size_t column, bool dash,
                                                           const std::string& key) {
  if (lost_) return std::nullopt;
  if (dash) {
    report(Message::uneven_items_unclear, column, column + 1);
  } else if (!levels_.empty() && levels_.back().filled) {
    report(Message::colon_in_continuation, column, line_.size());
  } else {
    report(Message::uneven_lines_unclear, column, column + key.size());
  }
  lost_ = true;
  readable_ = false;
  return std::nullopt;
}

// "- what" below "asks: where": it would be part of that text. Those below it are meant alike, and not told.
std::optional<std::size_t> TextScanner::dash_below_text(std::size_t column) {
  const Level& level = levels_.back();
  const Key* key = level.where ? find_key(*level.where, level.key) : nullptr;
  if (key == nullptr || lost_) return belongs_to_nothing(column, true, "");
  if (is_one_text(key->type)) {
    report(Message::dash_in_text, column, line_.size(), {level.key});
  } else {
    const std::string_view above = source_.line(level.line);
    const std::size_t colon = std::min(above.find(": "), above.size());
    const std::string text = base::shorten(base::trim(above.substr(colon)), 60);
    report(Message::item_below_text, column, line_.size(),
           {level.key, text.size() > 2 ? text.substr(2) : "..."});
  }
  skipped_ = column;
  line_.clear();
  return std::nullopt;
}

// A file that begins with the lines of a course or with rules, further right than its names further down: the
// name above them is missing. What else is wrong shows when it is there.
bool TextScanner::lacks_head(std::size_t column, bool dash, const std::string& key) {
  const Key* head = column > 0 && levels_.empty() ? head_meant(dash, key) : nullptr;
  if (head == nullptr || !has_heads_below()) return false;
  report(Message::missing_top, column, line_.size(), {noun(head->inner), std::string(head->name)});
  readable_ = false;
  over_ = true;
  return true;
}

bool TextScanner::has_heads_below() const {
  for (int below = number_ + 1; below <= source_.lines(); ++below) {
    const std::string_view line = source_.line(below);
    if (line.find(':') != std::string_view::npos && is_file_key(line)) return true;
  }
  return false;
}

// More of an item that was told already.
bool TextScanner::skips_item() {
  if (!skipped_) return false;
  const std::size_t begin = line_.find_first_not_of(' ');
  const bool inside =
      begin == std::string::npos || begin > *skipped_ || (begin == *skipped_ && line_[begin] == '-');
  if (inside) {
    line_.clear();
  } else {
    skipped_.reset();
  }
  return inside;
}

std::optional<std::size_t> TextScanner::list_left_of(std::size_t column) const {
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    if (level->list && level->column < column) return level->column;
  }
  return std::nullopt;
}

std::optional<std::size_t> TextScanner::map_for(const std::string& key) const {
  if (!is_known_key(key)) return std::nullopt;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    if (!level->list) return level->column;
  }
  return std::nullopt;
}

}  // namespace rulefile
