#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "rulefile/text_scanner.hpp"

namespace rulefile {
namespace {

// Where a note starts: # after a space; npos when there is none.
std::size_t note_in(std::string_view line, std::size_t from) {
  for (std::size_t i = std::max<std::size_t>(from, 1); i < line.size(); ++i) {
    if (line[i] == '#' && (line[i - 1] == ' ' || line[i - 1] == '\t')) return i;
  }
  return std::string_view::npos;
}

bool starts_word(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text.front());
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

std::size_t indent_of_text(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

Phrase noun_of(const std::string& key) {
  if (key == "reply") return Phrase::this_reply;
  if (key == "post") return Phrase::this_post;
  return key == "answer" ? Phrase::this_answer : Phrase::this_text;
}

bool is_said(const std::string& key) {
  return key == "reply" || key == "post" || key == "answer" || key == "means";
}

// Bytes of a curly quote with which a text starts or ends; one may be straight where the other is not.
std::size_t opening_quote(std::string_view text) {
  constexpr std::size_t width = 3;
  const bool curly = text.starts_with("\xE2\x80\x9C") || text.starts_with("\xE2\x80\x9D") ||
                     text.starts_with("\xE2\x80\x9E") || text.starts_with("\xE2\x80\x98");
  return curly ? width : 0;
}

std::size_t closing_quote(std::string_view text) {
  constexpr std::size_t width = 3;
  const bool curly =
      text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x9C") || text.ends_with("\xE2\x80\x99");
  return curly ? width : static_cast<std::size_t>(text.ends_with('"'));
}

// A name for what stands below, or for something in quotes or brackets, is meant; words after it are not.
bool is_anchor(std::string_view text) {
  if (text.size() < 2 || text[1] == ' ') return false;
  const std::size_t next = text.find_first_not_of(' ', std::min(text.find(' '), text.size()));
  return next == std::string_view::npos ||
         std::string_view("[{\"'|>").find(text[next]) != std::string_view::npos;
}

}  // namespace

std::size_t end_of_words(std::string_view line, std::size_t end) {
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
  return end;
}

std::string single_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string in_yaml_quotes(const std::string& text) {
  const bool plain = text.find('"') == std::string::npos && text.find('\\') == std::string::npos;
  return plain ? "\"" + text + "\"" : single_quoted(text);
}

// Mending moves the rest of a line: fine for what people write, not for a megabyte in one line.
bool TextScanner::can_mend() const {
  constexpr std::size_t longest = 20'000;
  return line_.size() < longest;
}

std::string TextScanner::suggestion(const Place& place, const std::string& text) const {
  return (place.beside_key ? place.key + ": " : "") + in_yaml_quotes(text);
}

// The whole value, up to `end`, cannot stand without quotes: said, and mended.
void TextScanner::quote_value(Message message, const Place& place, std::size_t end, const std::string& sign) {
  if (!can_mend()) {
    readable_ = false;
    return report(message, place.begin, end, {sign, "..."});
  }
  const std::string text = line_.substr(place.begin, end - place.begin);
  std::vector<Argument> arguments{suggestion(place, text)};
  if (!sign.empty()) arguments.insert(arguments.begin(), sign);
  report(message, place.begin, end, arguments);
  replace(place.begin, end, single_quoted(text));
}

void TextScanner::scan_value(const Place& place) {
  const char first = line_[place.begin];
  if (first == '#') return scan_comment(place, place.begin);
  if (first == '"' || first == '\'') return scan_quoted(place);
  if (first == '|' || first == '>') {
    if (scan_block_header(place)) return;
  }
  if (first == '{' || first == '[') {
    const std::size_t end = end_of_words(line_, std::min(note_in(line_, place.begin), line_.size()));
    if (line_.compare(place.begin, 2, "{{") == 0) return quote_value(Message::braces, place, end);
    return scan_flow(place.begin, place);
  }
  scan_plain(place);
}

void TextScanner::scan_plain(const Place& place) {
  const std::size_t note = note_in(line_, place.begin);
  const std::size_t end = end_of_words(line_, std::min(note, line_.size()));
  if (scan_sign(place, end) || scan_curly(place, end)) return;
  const std::string text = line_.substr(place.begin, end - place.begin);
  const bool colon =
      text.find(": ") != std::string::npos || text.find(":\t") != std::string::npos || text.ends_with(":");
  if (colon && place.beside_key && two_on_line(place, end)) return;
  if (colon && place.beside_key) return quote_value(Message::colon, place, end);
  if (note != std::string::npos) scan_comment(place, note);
}

// A # that cuts a text short, when it is more likely a hashtag than a note.
void TextScanner::scan_comment(const Place& place, std::size_t hash) {
  const std::size_t end = end_of_words(line_, line_.size());
  if (!is_prose_key(place.key) || !starts_word(rest(hash + 1))) return;
  report_cut(place, hash, end);
  if (can_mend() && place.begin > indent_of_text(line_))
    replace(place.begin, end, single_quoted(line_.substr(place.begin, end - place.begin)));
}

void TextScanner::report_cut(const Place& place, std::size_t hash, std::size_t end) {
  const std::string whole = words_at(place, end);
  if (hash == place.begin) {
    return report(Message::empty_item, hash, end,
                  {(place.beside_key ? place.key + ": " : "- ") + in_yaml_quotes(whole)});
  }
  const std::string seen = words_at(place, end_of_words(line_, hash));
  if (is_said(place.key)) {
    return report(Message::cut_by_comment, hash, end, {noun_of(place.key), seen, suggestion(place, whole)});
  }
  report(Message::cut_text, hash, end, {seen, suggestion(place, whole)});
}

// "!word ...": YAML takes the word for a type.
void TextScanner::quote_tag(const Place& place, std::size_t end, const std::string& text) {
  const std::size_t space = text.find(' ');
  const std::string seen = space == std::string::npos ? "" : text.substr(space + 1);
  report(Message::swallowed_tag, place.begin, std::min(end, place.begin + space),
         {seen, suggestion(place, text)});
  replace(place.begin, end, "'" + text.substr(0, text.find('\'')) + "'");
}

// Signs that mean something else at the start of a text.
bool TextScanner::scan_sign(const Place& place, std::size_t end) {
  const char first = line_[place.begin];
  const std::string text = line_.substr(place.begin, end - place.begin);
  const bool alone = text.size() == 1 || text[1] == ' ';
  const std::string sign(1, first);
  switch (first) {
    case '@':
    case '`':
      quote_value(Message::at_sign, place, end, sign);
      return true;
    case '!':
      if (text.starts_with("!!")) return false;  // a type that a programmer may write
      quote_tag(place, end, text);
      return true;
    case '*':
      if (anchors_.contains(std::string_view(text).substr(1))) return false;
      break;
    case '&':
      if (is_anchor(text)) return true;
      break;
    case '?':
    case '-':
      if (!alone) return false;
      if (place.beside_key && two_on_line(place, end)) return true;
      break;
    case '%':
    case '|':
    case '>':
    case ',':
    case ']':
    case '}':
      break;
    default:
      return false;
  }
  quote_value(Message::special_start, place, end, sign);
  return true;
}

// Curly quotes around the whole of a text.
bool TextScanner::scan_curly(const Place& place, std::size_t end) {
  const std::string text = line_.substr(place.begin, end - place.begin);
  const std::size_t opening = opening_quote(text);
  const std::size_t closing = closing_quote(text);
  if (opening == 0 || closing == 0 || text.size() < opening + closing) return false;
  const std::string inside = text.substr(opening, text.size() - opening - closing);
  // More of them inside: a sentence with quotations, not a quoted sentence.
  if (inside.find("\xE2\x80\x9D") != std::string::npos || inside.find("\xE2\x80\x9C") != std::string::npos)
    return false;
  report(Message::curly_quotes, place.begin, end, {suggestion(place, inside)});
  replace(place.begin, end, single_quoted(inside));
  return true;
}

// "|", ">-", "|2": the text stands below, and holds whatever it likes.
bool TextScanner::scan_block_header(const Place& place) {
  std::size_t at = place.begin + 1;
  while (at < line_.size() && std::string_view("+-0123456789").find(line_[at]) != std::string_view::npos)
    ++at;
  const std::size_t next = line_.find_first_not_of(" \t", at);
  if (next != std::string::npos && (line_[next] != '#' || next == at)) return false;
  block_ = place.indent;
  return true;
}

}  // namespace rulefile
