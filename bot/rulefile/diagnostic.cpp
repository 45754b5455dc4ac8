#include "rulefile/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include "rulefile/catalogue.hpp"

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

std::string count_line(const std::vector<Diagnostic>& diagnostics, Language language) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
  const auto warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  const auto counted = [&](std::ptrdiff_t number, Phrase one, Phrase many) {
    const Phrase phrase = is_singular(number, language) ? one : many;
    return in_words(Argument(phrase, {std::to_string(number)}), language);
  };
  return counted(errors, Phrase::one_error, Phrase::errors) + ", " +
         counted(warnings, Phrase::one_warning, Phrase::warnings);
}

}  // namespace rulefile
