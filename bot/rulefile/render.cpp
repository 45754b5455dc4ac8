#include <algorithm>
#include <nlohmann/json.hpp>

#include "rulefile/catalogue.hpp"
#include "rulefile/diagnostic.hpp"
#include "rulefile/excerpt.hpp"
#include "rulefile/messages.hpp"

namespace rulefile {
namespace {

constexpr std::string_view margin = "   ";

std::string_view word_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

class Painter {
 public:
  explicit Painter(bool colours) : colours_(colours) {}
  std::string bold(const std::string& text) const { return paint("1", text); }
  std::string signal(Severity severity, const std::string& text) const {
    return paint(severity == Severity::error ? "1;31" : "1;33", text);
  }

 private:
  std::string paint(std::string_view code, const std::string& text) const {
    if (!colours_) return text;
    return "\x1b[" + std::string(code) + "m" + text + "\x1b[0m";
  }
  bool colours_;
};

// "   14 |       - reply: …" and the carets below it.
std::string shown_line(const Diagnostic& one, const Painter& painter) {
  const Excerpt excerpt = excerpt_of(one);
  const std::string number = std::to_string(one.mark.line);
  const std::string gutter = std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number;
  return gutter + " | " + excerpt.line + "\n" + std::string(gutter.size(), ' ') + " | " + excerpt.indent +
         painter.signal(one.severity, excerpt.carets + " " + one.under_caret) + "\n";
}

std::string text_of(const Diagnostic& one, const Painter& painter, Language language) {
  const std::string place =
      one.mark.file + ":" + std::to_string(one.mark.line) + ":" + std::to_string(one.mark.column);
  std::string out = painter.bold(place) + "  " + painter.signal(one.severity, one.code) + "  " +
                    (one.severity == Severity::warning ? in_words(Phrase::warning, language) : "") +
                    one.message + "\n";
  if (!one.under_caret.empty()) out += shown_line(one, painter);
  if (!one.effect.empty()) out += std::string(margin) + one.effect + "\n";
  if (!one.fix.empty()) out += std::string(margin) + in_words(Phrase::fix, language) + one.fix + "\n";
  if (!one.under_caret.empty()) {
    out += std::string(margin) + in_words(Argument(Phrase::more, {one.code}), language) + "\n";
  }
  return out;
}

std::string escaped(const std::string& text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string to_text(const std::vector<Diagnostic>& diagnostics, bool colours, Language language) {
  const Painter painter(colours);
  std::string out;
  for (const Diagnostic& one : diagnostics) out += text_of(in_language(one, language), painter, language);
  return out;
}

std::string to_json(const std::vector<Diagnostic>& diagnostics, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& found : diagnostics) {
    const Diagnostic one = in_language(found, language);
    list.push_back({{"file", one.mark.file},
                    {"line", one.mark.line},
                    {"column", one.mark.column},
                    {"end_line", one.mark.end_line},
                    {"end_column", one.mark.end_column},
                    {"code", one.code},
                    {"severity", word_of(one.severity)},
                    {"message", one.message},
                    {"effect", one.effect},
                    {"fix", one.fix}});
  }
  const nlohmann::ordered_json whole{{"diagnostics", std::move(list)}};
  return whole.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// https://docs.github.com/actions/reference/workflow-commands: what a pull request shows beside the line.
std::string to_github(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& found : diagnostics) {
    const Diagnostic one = in_language(found, language);
    std::string body = one.message;
    if (!one.effect.empty()) body += "\n" + one.effect;
    if (!one.fix.empty()) body += "\n" + in_words(Phrase::fix, language) + one.fix;
    out += "::" + std::string(word_of(one.severity)) + " file=" + escaped(one.mark.file, true) +
           ",line=" + std::to_string(one.mark.line) + ",col=" + std::to_string(one.mark.column) +
           ",endLine=" + std::to_string(one.mark.end_line) +
           ",endColumn=" + std::to_string(one.mark.end_column) + ",title=" + one.code +
           "::" + escaped(body, false) + "\n";
  }
  return out;
}

}  // namespace rulefile
