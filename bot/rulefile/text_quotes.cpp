// Texts in quotes, on one line or several.
#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

// "hi", "hello": as many quotes as a list of such texts has.
bool closes_texts(std::string_view text) {
  const char quote = text.front();
  return text.back() == quote && std::count(text.begin(), text.end(), quote) % 2 == 0;
}

}  // namespace

// Follows a quoted text along this line. True: it is closed, `end` is behind the quote.
bool TextScanner::follow_quote(char quote, std::size_t from, std::size_t& end) {
  constexpr std::string_view escapes = "0atnvfre \"/\\N_LPxuU";
  for (std::size_t i = from; i < line_.size(); ++i) {
    if (quote == '"' && line_[i] == '\\') {
      const bool at_end = i + 1 == line_.size();
      if (!at_end && escapes.find(line_[i + 1]) == std::string_view::npos) {
        const std::size_t last = line_.rfind(quote);
        const std::size_t size = last != std::string::npos && last > from && can_mend() ? last - from : 0;
        report(Message::escapes, i, i + 2, {size == 0 ? "'...'" : single_quoted(line_.substr(from, size))});
        if (!can_mend()) {
          readable_ = false;
          return false;
        }
        line_.insert(i, 1, '\\');
        grown_ += 1;
      }
      ++i;
    } else if (line_[i] == quote) {
      if (quote == '\'' && i + 1 < line_.size() && line_[i + 1] == '\'') {
        ++i;
        continue;
      }
      end = i + 1;
      return true;
    }
  }
  return false;
}

void TextScanner::scan_quoted(const Place& place) {
  std::size_t end = 0;
  if (follow_quote(line_[place.begin], place.begin + 1, end)) return after_quoted(place, end);
  quote_ = OpenQuote{line_[place.begin], number_, place.begin, place.indent};
}

void TextScanner::after_quoted(const Place& place, std::size_t end) {
  const std::size_t next = line_.find_first_not_of(" \t", end);
  if (next == std::string::npos || (line_[next] == '#' && next > end)) return;
  const std::size_t last = end_of_words(line_, line_.size());
  if (reported_) return;
  std::string whole = line_.substr(place.begin, last - place.begin);
  if (line_[next] == ',' && place.beside_key && takes_list(place.key) && closes_texts(whole)) {
    report(Message::list_without_brackets, next, last, {place.key + ": [" + whole + "]"});
    return replace(place.begin, last, "[" + whole + "]");
  }
  // 'what's new': the second quote is an apostrophe, the last one closes.
  const bool apostrophe = whole.front() == '\'' && whole.back() == '\'' && next == end;
  if (apostrophe) whole = whole.substr(1, whole.size() - 2);
  report(Message::after_quote, next, last, {suggestion(place, whole)});
  replace(place.begin, last, single_quoted(whole));
}

// More of the text, up to the quote at its end: no line of its own.
bool TextScanner::closes_quote(std::size_t at) const {
  const std::string text = base::trim(rest(at));
  const bool ends = text.ends_with(quote_->quote) && text.find(quote_->quote) + 1 == text.size();
  return ends && !text.starts_with("- ") && key_end(at) == std::string::npos;
}

// A text goes on below only where its lines stand further right than what it belongs to.
void TextScanner::continue_quoted() {
  std::size_t begin = line_.find_first_not_of(" \t");
  if (begin == std::string::npos) return;
  if (begin <= quote_->indent) {
    if (!closes_quote(begin)) {
      unclosed_quote();
      return scan_line();
    }
    const std::size_t column = quote_->indent + 2;
    pull_right(begin, column);
    begin = column;
  }
  std::size_t end = 0;
  if (!follow_quote(quote_->quote, begin, end)) return;
  quote_.reset();
  const std::size_t next = line_.find_first_not_of(" \t", end);
  if (next == std::string::npos || (line_[next] == '#' && next > end)) return;
  report(Message::after_quote, next, line_.size(), {in_yaml_quotes("...")});
  readable_ = false;
}

void TextScanner::unclosed_quote() {
  const OpenQuote open = *quote_;
  quote_.reset();
  const auto index = static_cast<std::size_t>(open.line) - 1;
  const std::string_view line = source_.line(open.line);
  findings_.add(Message::unclosed_quote,
                source_.spot(open.line, std::min(open.begin, line.size()), line.size()),
                {std::string(1, open.quote)});
  out_[index] += open.quote;
  // Lines between belong to the text no more; they could be anything.
  for (std::size_t below = index + 1; below + 1 < static_cast<std::size_t>(number_); ++below)
    out_[below].clear();
}

}  // namespace rulefile
