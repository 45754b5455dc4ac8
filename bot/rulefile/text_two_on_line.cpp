// Names that stand on the line of another: "when: says: hi", "when: {says: hi} then: [{reply: Hi}]".
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

// Where the name before this colon begins.
std::size_t word_before(std::string_view line, std::size_t colon) {
  const std::size_t space = line.find_last_of(" \t", colon);
  return space == std::string_view::npos ? 0 : space + 1;
}

std::string as_value(const std::string& text) {
  const bool enclosed =
      !text.empty() && std::string_view("\"'[{").find(text.front()) != std::string_view::npos;
  return enclosed || text.empty() ? text : single_quoted(text);
}

}  // namespace

// Told, and mended so that what stands there is read.
bool TextScanner::two_on_line(const Place& place, std::size_t end) {
  if (levels_.empty() || levels_.back().list || !levels_.back().where || !can_mend()) return false;
  if (next_on_line(place, end)) return true;
  const Key* key = find_key(*levels_.back().where, place.key);
  const auto below = kind_below(*levels_.back().where, place.key);
  if (key == nullptr || !below) return false;
  const std::string text = line_.substr(place.begin, end - place.begin);
  const bool list = key->type == Type::maps;
  const std::size_t begin =
      text.starts_with("- ") ? std::min(text.find_first_not_of(' ', 1), text.size()) : 0;
  const std::size_t colon = text.find(": ", begin);
  const std::string word = text.substr(begin, std::min(colon, text.size()) - begin);
  if (colon == std::string::npos || find_key(*below, word) == nullptr) return false;
  const std::string line = base::shorten(text.substr(begin), 60);
  report(Message::below_on_line, place.begin + begin, place.begin + begin + word.size(),
         {word, place.key, (list ? "- " : "") + line});
  const std::string pair = "{" + word + ": " + as_value(base::trim(text.substr(colon + 2))) + "}";
  replace(place.begin, end, list ? "[" + pair + "]" : pair);
  return true;
}

// "rule: a when:": what follows belongs beside the key; the line ends before it.
bool TextScanner::next_on_line(const Place& place, std::size_t end) {
  if (is_prose_key(place.key)) return false;
  for (std::size_t colon = line_.find(':', place.begin); colon < end; colon = line_.find(':', colon + 1)) {
    if (colon + 1 < line_.size() && line_[colon + 1] != ' ') continue;
    const std::size_t begin = word_before(line_, colon);
    const std::string word = line_.substr(begin, colon - begin);
    if (begin <= place.begin || find_key(*levels_.back().where, word) == nullptr) continue;
    report(Message::beside_on_line, begin, colon,
           {word, place.key, base::shorten(line_.substr(begin, end - begin), 60)});
    if (end_of_words(line_, line_.size()) == colon + 1) skipped_ = place.indent;  // what belongs to it
    line_.resize(end_of_words(line_, begin));
    if (place.begin < line_.size()) scan_value(place);
    return true;
  }
  return false;
}

}  // namespace rulefile
