// Signs at the start of a line that stand for others: bullets and numbers for dashes, slashes for notes.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

// Spaces that look like one and are none: no-break, narrow, wide, without width, ideographic.
constexpr std::array<std::string_view, 10> odd_spaces{
    "\xC2\xA0",     "\xE2\x80\xAF", "\xE2\x80\x83", "\xE2\x80\x82", "\xE2\x80\x89",
    "\xE2\x80\x8B", "\xE2\x80\x87", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8A"};

struct NoteSign {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array<NoteSign, 5> note_signs{
    {{"//", ""}, {"<!--", "-->"}, {"/*", "*/"}, {"-- ", ""}, {"; ", ""}}};

// "=======", as under a title.
bool is_ruler(std::string_view text) {
  return text.size() > 3 && text.find_first_not_of("=-_*~+ ") == std::string_view::npos;
}

}  // namespace

// "// a note", as programmers write them, and the fences around an example that was copied from a page.
bool TextScanner::is_no_line_of_ours(std::size_t at) {
  const bool due = levels_.empty() || at <= levels_.back().column || !levels_.back().filled;
  if (!due) return false;
  const std::string text = base::trim(rest(at));
  const bool item = !levels_.empty() && levels_.back().list && levels_.back().column == at;
  const auto* sign = std::find_if(note_signs.begin(), note_signs.end(), [&](const NoteSign& one) {
    return text.starts_with(one.begin) && !(item && one.begin.starts_with('-'));
  });
  if (text.starts_with("```")) {
    report(Message::fence, at, line_.size());
  } else if (sign != note_signs.end()) {
    std::string words = text.substr(sign->begin.size());
    if (!sign->end.empty() && words.ends_with(sign->end)) words.resize(words.size() - sign->end.size());
    report(Message::slashes, at, line_.size(),
           {base::shorten(base::trim(words), 60), base::trim(sign->begin)});
  } else if (is_ruler(text) || is_title(at)) {
    report(Message::stray_line, at, line_.size(), {base::shorten(text, 60)});
  } else {
    return false;
  }
  line_.clear();
  return true;
}

// Words above the first line of the file that says something to the bot.
bool TextScanner::is_title(std::size_t at) const {
  constexpr int nearest = 20;
  if (!levels_.empty() || line_[at] == '-' || line_.find(':') != std::string::npos) return false;
  if (std::string_view("\"'[{|>&*!@`%#?").find(line_[at]) != std::string_view::npos) return false;
  if (find_key(Where::file, base::trim(rest(at))) != nullptr) return false;
  for (int below = number_ + 1; below <= std::min(source_.lines(), number_ + nearest); ++below) {
    if (is_file_key(source_.line(below))) return true;
  }
  return false;
}

// A dash or dot that a word processor made of "-": mended, so that what follows is read as the item.
void TextScanner::mend_odd_dash(std::size_t at) {
  constexpr std::array<std::string_view, 14> signs{"\xE2\x80\x93",
                                                   "\xE2\x80\x94",
                                                   "\xE2\x80\xA2",
                                                   "\xC2\xB7",
                                                   "\xE2\x97\xA6",
                                                   "\xE2\x96\xAA",
                                                   "\xE2\x97\x8F",
                                                   "\xE2\x97\x8B",
                                                   "\xE2\x80\xA3",
                                                   "\xE2\x96\xA0",
                                                   "\xE2\x88\x92",
                                                   "\xEF\x82\xB7",
                                                   "*",
                                                   "+"};
  std::size_t space = 0;
  const auto* sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view one) {
    space = rest(at).starts_with(one) ? space_at(rest(at), one.size()) : 0;
    return space > 0;
  });
  const bool due =
      !levels_.empty() && (levels_.back().list || !levels_.back().filled || levels_.back().column > at);
  if (sign == signs.end() && due) mend_numbered_item(at);
  if (sign == signs.end() || !due) return;
  const std::string item = "- " + base::trim(rest(at + sign->size() + space));
  report(Message::odd_dash, at, at + sign->size(), {base::shorten(item, 60)});
  replace(at, at + sign->size() + space, "- ");
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

// "what" below "- where", exactly below its dash.
void TextScanner::give_dash(std::size_t at) {
  const std::string item = "- " + base::trim(rest(at));
  report(Message::item_without_dash, at, line_.size(), {base::shorten(item, 60)});
  line_.insert(at, "- ");
  grown_ += 2;
}

// More of the text above, which would end at a line that starts so far left.
void TextScanner::pull_right(std::size_t at, std::size_t column) {
  report(Message::text_too_far_left, at, line_.size(), {std::to_string(column)});
  line_.insert(0, column - at, ' ');
  grown_ += static_cast<long>(column - at);
}

std::size_t odd_space_at(std::string_view text, std::size_t at) {
  for (const std::string_view space : odd_spaces) {
    if (text.substr(at).starts_with(space)) return space.size();
  }
  return 0;
}

// Of any kind, a tab too.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == ' ' || text[at] == '\t')) return 1;
  return odd_space_at(text, std::min(at, text.size()));
}

bool takes_list(const std::string& word) {
  return std::any_of(grammar().begin(), grammar().end(), [&](const Key& key) {
    const bool several = key.type == Type::texts || key.type == Type::names || key.type == Type::tags ||
                         key.type == Type::words || key.type == Type::variants;
    return key.name == word && several;
  });
}

bool is_file_key(std::string_view line) {
  return find_key(Where::file, line.substr(0, std::min(line.find(':'), line.size()))) != nullptr;
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
