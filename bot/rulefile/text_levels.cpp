// What belongs to what: the columns of lists and maps, and the lines that stand in none of them.
#include <algorithm>
#include <array>

#include "rulefile/grammar.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

bool stand_together(const std::string& one, const std::string& other) {
  return std::any_of(grammar().begin(), grammar().end(), [&](const Key& key) {
    return key.name == one && std::any_of(grammar().begin(), grammar().end(), [&](const Key& beside) {
             return beside.name == other && beside.where == key.where;
           });
  });
}

}  // namespace

// The list or map that a dash or key belongs to becomes the innermost level. Gives the column in which it
// stands, after mending; none when it belongs to nothing. `first`: nothing stands before it on the line.
std::optional<std::size_t> TextScanner::enter(std::size_t column, bool dash, const std::string& key,
                                              bool first) {
  const auto open = [&](std::size_t at) {
    if (!levels_.empty()) levels_.back().filled = true;
    levels_.push_back({at, dash, key, dash});
    return at;
  };
  if (!first) return open(column);
  std::optional<Level> left;
  while (!levels_.empty() && levels_.back().column > column) {
    left = levels_.back();
    levels_.pop_back();
  }
  // A list may stand in the very column of the key it belongs to.
  if (!dash && levels_.size() > 1 && levels_.back().list && levels_.back().column == column) {
    const Level& above = levels_[levels_.size() - 2];
    if (!above.list && above.column == column) levels_.pop_back();
  }
  if (levels_.empty()) return left ? misplaced(column, dash, left->column, key) : open(column);
  Level& level = levels_.back();
  if (level.column == column && level.list == dash) {
    level.key = key;
    return column;
  }
  if (level.column == column)
    return dash && !level.filled ? open(column) : misplaced(column, dash, std::nullopt, key);
  if (left) {
    // Between two maps: the outer one, if only its keys stand beside such a key.
    const bool outer = !dash && !left->list && !level.list && !stand_together(left->key, key) &&
                       stand_together(level.key, key);
    const bool beside_left = !outer && (left->list == dash || level.list != dash);
    return misplaced(column, dash, beside_left ? left->column : level.column, key);
  }
  if (!level.filled) return open(column);
  return misplaced(column, dash, std::nullopt, key);
}

// Says so, moves the line to where it was meant to stand, and tries again.
std::optional<std::size_t> TextScanner::misplaced(std::size_t column, bool dash,
                                                  std::optional<std::size_t> expected,
                                                  const std::string& key) {
  if (!expected) expected = dash ? list_left_of(column) : map_for(key);
  if (!expected || (!dash && !is_known_key(key))) {
    if (dash) {
      report(Message::uneven_items_unclear, column, column + 1);
    } else if (!levels_.empty() && levels_.back().filled) {
      report(Message::colon_in_continuation, column, line_.size());
    } else {
      report(Message::uneven_lines_unclear, column, column + key.size());
    }
    readable_ = false;
    return std::nullopt;
  }
  if (dash) {
    report(Message::uneven_items, column, column + 1, {std::to_string(*expected)});
  } else {
    report(Message::uneven_lines, column, column + key.size(), {key, std::to_string(*expected)});
  }
  const long by = static_cast<long>(*expected) - static_cast<long>(column);
  if (by > 0) line_.insert(0, static_cast<std::size_t>(by), ' ');
  if (by < 0) line_.erase(0, static_cast<std::size_t>(-by));
  grown_ += by;
  if (dash) shift_ = Shift{column, by};  // the item's other lines stand below its first
  while (!levels_.empty() && levels_.back().column > *expected) levels_.pop_back();
  const bool there = !levels_.empty() && levels_.back().column == *expected && levels_.back().list == dash;
  if (!there) levels_.push_back({*expected, dash, key, dash});
  levels_.back().key = key;
  return expected;
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

// A dash or dot that a word processor made of "-": mended, so that what follows is read as the item.
void TextScanner::mend_odd_dash(std::size_t at) {
  constexpr std::array<std::string_view, 6> signs{"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2",
                                                  "\xC2\xB7",     "\xE2\x97\xA6", "\xE2\x96\xAA"};
  const auto* sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view one) {
    return rest(at).starts_with(one) && rest(at + one.size()).starts_with(' ');
  });
  const bool due =
      !levels_.empty() && (levels_.back().list || !levels_.back().filled || levels_.back().column > at);
  if (sign == signs.end() && due) mend_numbered_item(at);
  if (sign == signs.end() || !due) return;
  report(Message::odd_dash, at, at + sign->size(), {"-" + std::string(rest(at + sign->size()))});
  replace(at, at + sign->size(), "-");
}

// "1. Where are the slides?" where an item is due.
void TextScanner::mend_numbered_item(std::size_t at) {
  const std::size_t end = std::min(line_.find_first_not_of("0123456789", at), line_.size());
  const bool numbered =
      end > at && end - at < 4 && (rest(end).starts_with(". ") || rest(end).starts_with(") "));
  const bool before_key = numbered && key_end(end + 2) != std::string::npos;
  const bool beside_items = levels_.back().list && levels_.back().column == at;
  if (!numbered || (!before_key && !beside_items)) return;
  report(Message::numbered_item, at, end + 1, {"-" + std::string(rest(end + 1))});
  replace(at, end + 1, "-" + std::string(end - at, ' '));
}

// More of the text above, which would end at a line that starts so far left.
void TextScanner::pull_right(std::size_t at, std::size_t column) {
  report(Message::text_too_far_left, at, line_.size(), {std::to_string(column)});
  line_.insert(0, column - at, ' ');
  grown_ += static_cast<long>(column - at);
}

bool is_known_key(const std::string& word) {
  return std::any_of(grammar().begin(), grammar().end(), [&](const Key& key) { return key.name == word; });
}

bool is_prose_key(const std::string& word) {
  bool known = false;
  for (const Key& key : grammar()) {
    if (key.name != word) continue;
    known = true;
    switch (key.type) {
      case Type::text:
      case Type::texts:
      case Type::local_text:
      case Type::variants:
      case Type::tags:
      case Type::expectation:
        return true;
      default:
        break;
    }
  }
  return !known;  // a language, a person of a story
}

}  // namespace rulefile
