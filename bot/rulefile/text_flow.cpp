// Lists and maps in brackets and braces, on one line or several.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/document.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

void TextScanner::scan_flow(std::size_t from, const Place& place) {
  int depth = flow_ ? flow_->depth : 0;
  std::size_t at = from;
  while (at < line_.size()) {
    const char c = line_[at];
    if (c == '[' || c == '{') {
      if (static_cast<int>(levels_.size()) + ++depth > deepest_document) return give_up_depth(at);
      ++at;
    } else if (c == ']' || c == '}') {
      ++at;
      if (--depth <= 0) {
        flow_.reset();
        return close_flow(at, place);
      }
    } else if (is_space(c) || c == ',' || c == ':') {
      ++at;
    } else {
      at = scan_flow_item(at, place);
      if (at == std::string::npos) return;
    }
  }
  if (!flow_) flow_ = OpenFlow{number_, place.begin, place.indent, place.key, depth};
  flow_->depth = depth;
}

// Said before the library sees it: it would keep a note of every bracket.
void TextScanner::give_up_depth(std::size_t at) {
  report(Message::too_deep, at, at + 1);
  readable_ = false;
  flow_.reset();
}

// One word or text inside; gives where it ends. npos: nothing more can be said about this line.
std::size_t TextScanner::scan_flow_item(std::size_t at, const Place& place) {
  if (line_[at] == '"' || line_[at] == '\'') {
    std::size_t end = 0;
    if (follow_quote(line_[at], at + 1, end)) return end;
    report(Message::unclosed_quote, at, line_.size(), {std::string(1, line_[at])});
    readable_ = false;
    flow_.reset();
    return std::string::npos;
  }
  if (line_[at] == '#') return quote_note(at, at, place);
  std::size_t end = at;
  while (end < line_.size() && std::string_view(",[]{}").find(line_[end]) == std::string_view::npos) {
    const bool colon = line_[end] == ':' && (end + 1 == line_.size() || is_space(line_[end + 1]));
    const bool note = line_[end] == '#' && end > at && is_space(line_[end - 1]);
    if (colon || note) break;
    ++end;
  }
  const Place item{at, place.key, false, place.indent};
  if (line_.compare(end, 2, "{{") == 0) {
    const std::size_t close = std::max(line_.find("}}", end), end);
    const std::size_t stop = close == std::string::npos
                                 ? line_.size()
                                 : std::min(line_.find_first_of(",]}", close + 2), line_.size());
    quote_value(Message::braces, item, stop);
    return stop + 2;
  }
  if (end < line_.size() && line_[end] == '#') return quote_note(at, end, place);
  std::size_t last = end;
  while (last > at && is_space(line_[last - 1])) --last;
  const std::size_t size = line_.size();
  if (scan_sign(item, last) || scan_curly(item, last)) return end + line_.size() - size;
  quote_question(at, last);
  return end + line_.size() - size;
}

// [Where is it?, Who?] is fine, but to the library the question mark ends the text.
void TextScanner::quote_question(std::size_t begin, std::size_t end) {
  const std::string text = line_.substr(begin, end - begin);
  if (text.find('?') == std::string::npos || !can_mend()) return;
  const std::string quoted = single_quoted(text);
  replace(begin, end, quoted);
  grown_ += static_cast<long>(quoted.size() - text.size());
}

// "hello #tag" among the items: nothing of the line would be read from # on. A # with a space behind it is a
// note.
std::size_t TextScanner::quote_note(std::size_t begin, std::size_t hash, const Place& place) {
  const bool note = hash + 1 >= line_.size() || is_space(line_[hash + 1]);
  if (note) return line_.size();
  const std::size_t end = std::min(line_.find_first_of(",]}", hash), line_.size());
  const Place item{begin, place.key, false, place.indent};
  const std::string whole = line_.substr(begin, end - begin);
  report(hash == begin ? Message::empty_item : Message::cut_text, hash, line_.size(),
         hash == begin
             ? std::vector<Argument>{in_yaml_quotes(whole)}
             : std::vector<Argument>{base::trim(line_.substr(begin, hash - begin)), in_yaml_quotes(whole)});
  if (!can_mend()) {
    readable_ = false;
    flow_.reset();
    return std::string::npos;
  }
  replace(begin, end, single_quoted(whole));
  return begin + single_quoted(whole).size();
}

// Behind the last bracket only a note may stand.
void TextScanner::close_flow(std::size_t end, const Place& place) {
  const std::size_t next = line_.find_first_not_of(" \t", end);
  if (next == std::string::npos || (line_[next] == '#' && next > end) || reported_) return;
  if (place.begin >= line_.size()) return;
  std::size_t last = line_.size();
  while (last > next && is_space(line_[last - 1])) --last;
  if (place.beside_key && two_on_line(place, last)) return;
  quote_value(line_[place.begin] == '{' ? Message::braces : Message::brackets, place, last);
}

void TextScanner::unclosed_flow() {
  const OpenFlow open = *flow_;
  flow_.reset();
  const std::string_view line = source_.line(open.line);
  findings_.add(Message::open_bracket, source_.spot(open.line, std::min(open.begin, line.size()),
                                                    std::min(open.begin + 1, line.size())));
  readable_ = false;
}

}  // namespace rulefile
