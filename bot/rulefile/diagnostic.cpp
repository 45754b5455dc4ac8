#include "rulefile/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace rulefile {

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

// Of two on one line the error stays, else the one further left: the rest is mostly a consequence of it.
std::vector<Diagnostic> in_reading_order(std::vector<Diagnostic> diagnostics) {
  const auto place = [](const Diagnostic& one) {
    return std::tuple(std::string_view(one.mark.file), one.mark.line, one.severity, one.mark.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  const auto same_line = [](const Diagnostic& a, const Diagnostic& b) {
    return a.mark.file == b.mark.file && a.mark.line == b.mark.line;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same_line), diagnostics.end());
  return diagnostics;
}

std::string count_line(const std::vector<Diagnostic>& diagnostics) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
  const auto warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  const auto counted = [](std::ptrdiff_t count, const std::string& word) {
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
  };
  return counted(errors, "error") + ", " + counted(warnings, "warning");
}

}  // namespace rulefile
