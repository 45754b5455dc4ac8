#include <algorithm>

#include "base/text.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// "&name" or "!!map" alone: what they name stands below.
bool only_names(std::string_view text) {
  const bool name = text.size() > 1 && (text.starts_with('&') || text.starts_with("!!"));
  const std::size_t space = text.find(' ');
  const std::size_t next = space == std::string_view::npos ? space : text.find_first_not_of(' ', space);
  return name && (next == std::string_view::npos || text[next] == '#');
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

TextScanner::TextScanner(const SourceText& source, Findings& findings)
    : source_(source), findings_(findings) {
  const std::string_view text = source.text();
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = std::min(text.find_first_of(" \t\n,]}", at), text.size());
    anchors_.insert(text.substr(at + 1, end - at - 1));
  }
}

std::string TextScanner::mended() const {
  return base::join(out_, "\n") + "\n";
}

void TextScanner::run() {
  for (number_ = 1; number_ <= source_.lines(); ++number_) {
    line_ = source_.line(number_);
    grown_ = 0;
    reported_ = false;
    if (over_) {
      out_.emplace_back();
      continue;
    }
    out_.push_back(line_);
    scan_line();
    out_[static_cast<std::size_t>(number_) - 1] = over_ ? std::string() : line_;
  }
  number_ = source_.lines() + 1;
  if (quote_) unclosed_quote();
  if (flow_) unclosed_flow();
}

void TextScanner::report(Message message, std::size_t begin, std::size_t end,
                         const std::vector<Argument>& arguments) {
  if (reported_) return;
  reported_ = true;
  const auto back = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::max(0L, static_cast<long>(byte) - grown_));
  };
  findings_.add(message, source_.spot(number_, back(begin), back(end)), arguments);
}

void TextScanner::replace(std::size_t begin, std::size_t end, const std::string& with) {
  line_.replace(begin, end - begin, with);
}

void TextScanner::scan_line() {
  if (quote_) return continue_quoted();
  if (flow_) {
    const Place place{flow_->begin, flow_->key, false, flow_->indent};
    const bool left =
        !is_blank(line_) && indent_of(line_) <= flow_->indent && line_.find(':') != std::string::npos;
    if (!left) return scan_flow(indent_of(line_), place);
    unclosed_flow();
  }
  if (skips_block() || skips_item()) return;
  if (is_blank(line_)) return line_.clear();  // the library refuses tabs even there
  if (!clean_indent()) return;
  const std::size_t begin = indent_of(line_);
  if (begin == line_.size() || line_[begin] == '#' || ends_document()) return;
  scan_structure(begin);
}

// Lines of a block text (after | or >) are words, whatever they hold.
bool TextScanner::skips_block() {
  if (!block_) return false;
  if (is_blank(line_) || indent_of(line_) > *block_ || (*block_ == std::string::npos)) return true;
  block_.reset();
  return false;
}

// False: nothing can be said about what stands behind a tab.
bool TextScanner::clean_indent() {
  std::size_t at = 0;    // bytes as they stand in the file
  std::size_t wide = 0;  // columns
  while (at < line_.size()) {
    const std::size_t odd = odd_space_at(line_, at);
    if (line_[at] == '\t') {
      report(Message::tab, at, std::min(line_.find_first_not_of('\t', at), line_.size()));
      readable_ = false;
      lost_ = true;
      return false;
    }
    if (line_[at] != ' ' && odd == 0) break;
    if (odd > 0) report(Message::odd_space, at, at + odd);
    at += std::max<std::size_t>(odd, 1);
    ++wide;
  }
  line_.replace(0, at, wide, ' ');
  grown_ += static_cast<long>(wide) - static_cast<long>(at);
  at = wide;
  if (shift_) follow_shift(at);
  return true;
}

// What belongs to a line that was moved goes along; what stands below it makes the same slip again.
void TextScanner::follow_shift(std::size_t at) {
  const std::string key = first_key(at);
  const bool dash = at < line_.size() && line_[at] == '-';
  const bool again = at == shift_->column && (dash || !key.empty());
  if (at < shift_->column || stands_well(at) || (at == shift_->column && !again)) return shift_.reset();
  const auto to = static_cast<std::size_t>(static_cast<long>(at) + shift_->by);
  if (again) report_misplaced(at, dash, to, key);
  move_line(at, to);
}

// In the column of a list or map that can hold it.
bool TextScanner::stands_well(std::size_t at) const {
  const bool dash = at < line_.size() && line_[at] == '-';
  const std::string key = first_key(at);
  return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
    const bool fits = key.empty() || !level.where || find_key(*level.where, key) != nullptr;
    return level.list == dash && level.column == at && fits;
  });
}

// Behind the dashes; "" when the line holds none.
std::string TextScanner::first_key(std::size_t at) const {
  while (at + 1 < line_.size() && line_[at] == '-' && line_[at + 1] == ' ')
    at = std::min(line_.find_first_not_of(' ', at + 1), line_.size());
  const std::size_t colon = at < line_.size() ? key_end(at) : std::string::npos;
  return colon == std::string::npos ? "" : key_in(at, colon);
}

std::string TextScanner::key_in(std::size_t at, std::size_t colon) const {
  const std::string key = base::trim(rest(at).substr(0, colon - at));
  const bool quoted = key.size() > 2 && (key.front() == '"' || key.front() == '\'');
  return quoted ? key.substr(1, key.size() - 2) : key;
}

// Three dashes or dots; directives before the first line are fine.
bool TextScanner::ends_document() {
  const std::string start = line_.substr(0, 4);
  const bool marker = start == "---" || start == "--- " || start == "..." || start == "... ";
  if (!marker) {
    const bool directive = line_.starts_with('%') && !any_content_;
    any_content_ = any_content_ || !directive;
    return directive;
  }
  if (!any_content_) {
    any_content_ = start.starts_with("-") && !is_blank(rest(3));
    return true;
  }
  over_ = true;
  for (int below = number_ + 1; below <= source_.lines(); ++below) {
    const std::string_view line = source_.line(below);
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos || line[begin] == '#') continue;
    report(Message::second_document, 0, 3);
    break;
  }
  return true;
}

void TextScanner::scan_structure(std::size_t begin) {
  if (is_no_line_of_ours(begin)) return;
  mend_odd_dash(begin);
  const std::size_t at = scan_dashes(begin);
  if (at >= line_.size() || line_[at] == '#') {
    if (at < line_.size()) scan_comment({at, key_above(), false, at}, at);
    return;
  }
  if (!scan_key(at, at == indent_of(line_))) scan_rest(at);
}

// "- - text": every dash opens or continues a list; gives where the item starts.
std::size_t TextScanner::scan_dashes(std::size_t at) {
  bool first = true;
  while (at < line_.size() && line_[at] == '-') {
    const bool alone = at + 1 == line_.size() || line_[at + 1] == ' ' || line_[at + 1] == '\t';
    if (!alone && !misses_space_after_dash(at)) return at;
    const auto column = enter(at, true, first ? first_key(at) : "", first);
    if (!column) return line_.size();
    first = false;
    const std::size_t next = line_.find_first_not_of(" \t", *column + 1);
    levels_.back().filled = next != std::string::npos && line_[next] != '#';
    at = std::min(next, line_.size());
  }
  return at;
}

// "-hi" where an item is due; mended, so that what follows is read as the item.
bool TextScanner::misses_space_after_dash(std::size_t at) {
  if (line_.substr(at).starts_with("--")) return false;
  bool due = false;
  for (const Level& level : levels_) {
    const bool sibling = level.list && level.column == at;
    const bool first = &level == &levels_.back() && !level.list && !level.filled && at >= level.column;
    due = due || sibling || first;
  }
  if (!due) return false;
  const std::size_t odd = odd_space_at(line_, at + 1);
  if (odd > 0) {
    report(Message::odd_space, at + 1, at + 1 + odd);
    replace(at + 1, at + 1 + odd, " ");
    return true;
  }
  report(Message::dash_without_space, at, line_.size(), {"- " + line_.substr(at + 1)});
  line_.insert(at + 1, " ");
  return true;
}

bool TextScanner::misses_space_after_colon(std::size_t at) {
  const std::size_t colon = line_.find(':', at);
  if (colon == std::string::npos || colon + 1 >= line_.size() || line_[colon + 1] == ' ' ||
      line_[colon + 1] == '/') {
    return false;
  }
  const std::string word = line_.substr(at, colon - at);
  if (!is_known_key(word)) return false;
  if (const std::size_t odd = odd_space_at(line_, colon + 1); odd > 0) {
    report(Message::odd_space, colon + 1, colon + 1 + odd);
    replace(colon + 1, colon + 1 + odd, " ");
  } else {
    report(Message::colon_without_space, at, line_.size(), {word, word + ": " + line_.substr(colon + 1)});
    line_.insert(colon + 1, " ");
  }
  return true;
}

bool TextScanner::scan_key(std::size_t at, bool first) {
  std::size_t colon = key_end(at);
  const bool doubtful = colon == std::string::npos || line_.find(' ', at) < colon;
  if (doubtful && (misses_space_after_colon(at) || misses_colon(at, first))) colon = key_end(at);
  if (colon == std::string::npos) return false;
  const std::string key = key_in(at, colon);
  const auto column = enter(at, false, key, first);
  if (!column) return true;
  colon = colon + *column - at;  // the line may have been moved
  const std::size_t value = std::min(line_.find_first_not_of(" \t", colon + 1), line_.size());
  levels_.back().filled = value < line_.size() && line_[value] != '#' && !only_names(rest(value));
  if (value < line_.size()) scan_value({value, key, true, *column});
  return true;
}

std::string TextScanner::key_above() const {
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    if (!level->key.empty()) return level->key;
  }
  return "";
}

// A line's rest without a key: an item, the text of the key above, or more of the text above.
void TextScanner::scan_rest(std::size_t at) {
  const bool item = at > indent_of(line_);
  if (item && misses_name(at)) return static_cast<void>(scan_key(at, false));
  const std::size_t left = levels_.empty() ? 0 : levels_.back().column;
  const Place place{at, key_above(), false, left};
  const bool due = levels_.empty() || item || !levels_.back().filled;
  if (due) {
    if (!levels_.empty()) levels_.back().filled = !only_names(rest(at));
    return scan_value(place);
  }
  if (at == left && levels_.back().list) return give_dash(at);
  if (at <= left) return pull_right(at, left + 2);
  const std::size_t hash = line_.find(" #", at);
  if (hash != std::string::npos) scan_comment({at, place.key, false, left, true}, hash + 1);
}

}  // namespace rulefile
