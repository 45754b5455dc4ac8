#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

// Spaces that look like one and are none: no-break, narrow, wide, without width, ideographic.
constexpr std::array<std::string_view, 10> odd_spaces{
    "\xC2\xA0",     "\xE2\x80\xAF", "\xE2\x80\x83", "\xE2\x80\x82", "\xE2\x80\x89",
    "\xE2\x80\x8B", "\xE2\x80\x87", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8A"};

std::size_t odd_space_at(std::string_view text, std::size_t at) {
  for (const std::string_view space : odd_spaces) {
    if (text.substr(at).starts_with(space)) return space.size();
  }
  return 0;
}

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
  if (skips_block()) return;
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
  const bool dash = at < line_.size() && line_[at] == '-';
  const bool in_place = std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
    return level.list == dash && level.column == at;
  });
  if (shift_ && at > shift_->column && !in_place) {
    if (shift_->by > 0) line_.insert(0, static_cast<std::size_t>(shift_->by), ' ');
    if (shift_->by < 0) line_.erase(0, static_cast<std::size_t>(-shift_->by));
    grown_ += shift_->by;
  } else if (shift_ && at <= shift_->column) {
    shift_.reset();
  }
  return true;
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

// "// a note", as programmers write them, and the fences around an example that was copied from a page.
bool TextScanner::is_no_line_of_ours(std::size_t at) {
  const bool due = levels_.empty() || at <= levels_.back().column;
  const bool fence = rest(at).starts_with("```");
  if (!due || (!fence && !rest(at).starts_with("//"))) return false;
  if (fence) {
    report(Message::fence, at, line_.size());
  } else {
    report(Message::slashes, at, line_.size(), {base::shorten(base::trim(rest(at + 2)), 60)});
  }
  line_.clear();
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
    const auto column = enter(at, true, "", first);
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
  std::string key = line_.substr(at, colon - at);
  if (key.size() > 2 && (key.front() == '"' || key.front() == '\'')) key = key.substr(1, key.size() - 2);
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
  const std::size_t left = levels_.empty() ? 0 : levels_.back().column;
  const Place place{at, key_above(), false, left};
  const bool due = levels_.empty() || item || !levels_.back().filled;
  if (due) {
    if (!levels_.empty()) levels_.back().filled = !only_names(rest(at));
    return scan_value(place);
  }
  if (at <= left) return pull_right(at, left + 2);
  const std::size_t hash = line_.find(" #", at);
  if (hash != std::string::npos) scan_comment({at, place.key, false, left, true}, hash + 1);
}

}  // namespace rulefile
