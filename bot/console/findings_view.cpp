// What is wrong with a text, one mistake after the other.
#include <algorithm>

#include "base/text.hpp"
#include "console/editor_view.hpp"
#include "console/http.hpp"
#include "console/scene.hpp"
#include "console/words.hpp"
#include "language/code_points.hpp"
#include "rulefile/catalogue.hpp"
#include "rulefile/messages.hpp"

namespace console {
namespace {

using nlohmann::json;
using rulefile::Diagnostic;

constexpr std::size_t most_findings = 100;

bool is_error(const Diagnostic& diagnostic) {
  return diagnostic.severity == rulefile::Severity::error;
}

// The line as it stands, in three parts: what is wrong is the one in the middle.
json source_view(const Diagnostic& diagnostic) {
  if (diagnostic.source_line.empty()) return nullptr;
  const std::u32string line = language::code_points_of(diagnostic.source_line);
  const auto place = [&](int column) {
    return std::min(line.size(), static_cast<std::size_t>(std::max(column, 1) - 1));
  };
  const std::size_t from = place(diagnostic.mark.column);
  const bool one_line = diagnostic.mark.end_line == diagnostic.mark.line;
  const std::size_t to = one_line ? std::max(from, place(diagnostic.mark.end_column)) : line.size();
  const std::u32string_view view = line;
  return {{"before", language::to_utf8(view.substr(0, from))},
          {"wrong", language::to_utf8(view.substr(from, to - from))},
          {"after", language::to_utf8(view.substr(to))},
          {"remark", diagnostic.under_caret}};
}

// "put the text in quotes      reply: "…"" is what to do, and what it then looks like.
json fix_view(const std::string& fix) {
  if (fix.empty()) return nullptr;
  const std::size_t gap = fix.find("      ");
  const std::string example = gap == std::string::npos ? "" : base::trim(fix.substr(gap));
  return {{"words", fix.substr(0, gap)}, {"example", example}};
}

json finding_view(const Scene& scene, const std::string& path, const Diagnostic& found) {
  const Diagnostic diagnostic = rulefile::in_language(found, scene.language());
  const std::string& cohort = scene.cohort;
  const bool here = diagnostic.mark.file == path;
  const std::string line = std::to_string(diagnostic.mark.line);
  return {
      {"kind", is_error(diagnostic) ? "Mistake" : "Hint"},
      {"is_error", is_error(diagnostic)},
      {"here", here},
      {"line", line},
      {"column", std::to_string(diagnostic.mark.column)},
      {"file", diagnostic.mark.file},
      {"link", editor_link(cohort, diagnostic.mark.file, diagnostic.mark.line)},
      {"code", diagnostic.code},
      {"help", "/rules/help?cohort=" + percent_encode(cohort) + "&code=" + percent_encode(diagnostic.code)},
      {"message", rulefile::capitalised(diagnostic.message)},
      {"source", source_view(diagnostic)},
      {"effect", diagnostic.effect},
      {"fix", fix_view(diagnostic.fix)}};
}

std::string said_of(std::size_t errors, std::size_t hints) {
  if (errors == 0 && hints == 0) return "Nothing to mend.";
  if (errors == 0) return "No mistakes, " + counted(hints, "hint") + ".";
  return counted(errors, "mistake") + " to mend" + (hints == 0 ? "." : ", " + counted(hints, "hint") + ".");
}

}  // namespace

json findings_view(const Scene& scene, const std::string& path, const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> ordered;
  ordered.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) ordered.push_back(&diagnostic);
  std::stable_sort(ordered.begin(), ordered.end(), [&](const Diagnostic* a, const Diagnostic* b) {
    return (a->mark.file == path) > (b->mark.file == path);
  });
  json items = json::array();
  for (const Diagnostic* diagnostic : ordered) {
    if (items.size() == most_findings) break;
    items.push_back(finding_view(scene, path, *diagnostic));
  }
  const auto errors =
      static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(), is_error));
  return {{"said", said_of(errors, diagnostics.size() - errors)},
          {"fine", errors == 0},
          {"any", !items.empty()},
          {"items", std::move(items)},
          {"left_out",
           diagnostics.size() > most_findings ? std::to_string(diagnostics.size() - most_findings) : ""},
          {"lang", rulefile::to_word(scene.language())}};
}

json marks_of(const std::string& path, const std::vector<Diagnostic>& diagnostics) {
  json marks = json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.mark.file == path)
      marks.push_back({{"line", diagnostic.mark.line}, {"error", is_error(diagnostic)}});
  }
  return marks;
}

}  // namespace console
