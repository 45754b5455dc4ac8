#include "rulefile/findings.hpp"

#include <algorithm>
#include <utility>

namespace rulefile {
namespace {

// Hostile files must not make a report larger than anybody reads.
constexpr std::size_t most_findings = 1000;
constexpr std::size_t longest_argument = 400;

// What stands in a file must not steer the terminal that shows it. Line breaks become spaces in sentences.
std::string printable(std::string_view text, bool keep_tabs) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool second_set = byte == 0xC2 && next >= 0x80 && next < 0xA0;  // U+0080 to U+009F
    const bool tab = text[i] == '\t' && keep_tabs;
    if (tab || (byte >= 0x20 && byte != 0x7F && !second_set)) {
      out += text[i];
      continue;
    }
    out += byte == '\n' || byte == '\t' ? ' ' : '?';
    if (second_set) ++i;
  }
  return out;
}

// Cut between characters.
std::string bounded(std::string text) {
  if (text.size() <= longest_argument) return text;
  std::size_t end = longest_argument;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

void make_harmless(Argument& argument) {
  argument.words = bounded(printable(argument.words, false));
  for (Argument& inside : argument.inside) make_harmless(inside);
}

bool tells_of_absence(Message message) {
  return message == Message::missing_key || message == Message::missing_part ||
         message == Message::missing_value;
}

// What follows on such a line, or on the next ones, is not read.
bool hides_lines(Message message) {
  return message == Message::beside_on_line || message == Message::text_too_far_left ||
         message == Message::colon || message == Message::braces || message == Message::brackets ||
         message == Message::unclosed_quote || message == Message::after_quote;
}

}  // namespace

bool Findings::hide_lines(int first, int last) const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& one) {
    return one.mark.line >= first && one.mark.line <= last && hides_lines(one.told->message);
  });
}

bool Findings::full() const {
  return diagnostics_.size() >= most_findings;
}

void Findings::add(Message message, const Spot& spot, const std::vector<Argument>& arguments) {
  if (full()) return;
  if (cut_short_ && tells_of_absence(message)) return;  // it may well stand behind the cut
  if (message == Message::second_document) cut_short_ = true;
  std::vector<Argument> shown = arguments;
  for (Argument& argument : shown) make_harmless(argument);
  Diagnostic diagnostic = compose({message, std::move(shown)});
  diagnostic.mark = source_.mark(spot);
  diagnostic.source_line = printable(source_.line(spot.line), true);
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace rulefile
