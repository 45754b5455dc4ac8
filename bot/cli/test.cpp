#include <iostream>

#include "app/proof.hpp"
#include "base/files.hpp"
#include "cli/backstage.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/test_report.hpp"
#include "language/reading.hpp"
#include "rulefile/edit.hpp"
#include "rulefile/read_options.hpp"
#include "rules/ruleset.hpp"

namespace cli {
namespace {

// False when the cohort's files have mistakes: they are told on stderr and its cases are not asked.
bool ask_cohort(const LoadedCohort& cohort, const rulefile::ReadOptions& options, rulefile::Language language,
                std::vector<rulefile::CaseResult>& results) {
  const rulefile::CohortCases cases = rulefile::read_cases(cohort.files, options);
  std::vector<rulefile::Diagnostic> diagnostics = cohort.diagnostics;
  diagnostics.insert(diagnostics.end(), cases.diagnostics.begin(), cases.diagnostics.end());
  diagnostics = rulefile::in_reading_order(std::move(diagnostics));
  if (rulefile::has_errors(diagnostics) || !cohort.ruleset) {
    std::cerr << rulefile::to_text(diagnostics, false, language)
              << rulefile::count_line(diagnostics, language) << "\n";
    return false;
  }
  for (rulefile::CaseResult& result : app::prove(cases, *cohort.ruleset, backstage())) {
    results.push_back(std::move(result));
  }
  return true;
}

int accept(const std::string& place, const std::vector<rulefile::CaseResult>& results) {
  const auto result = rulefile::result_at(results, place);
  if (!result) return complain(result.error().message, wrong_usage);
  const auto text = base::read_file(result->mark.file);
  if (!text) return complain(text.error().message, cannot_start);
  const auto changed = rulefile::accepted({result->mark.file, *text}, *result);
  if (!changed) return complain(changed.error().message, findings);
  if (const auto written = base::write_file_atomically(result->mark.file, *changed); !written) {
    return complain(written.error().message, cannot_start);
  }
  std::cout << place << " now expects: " << result->got << "\n";
  return fine;
}

}  // namespace

int test(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto folders = cohort_folders(arguments, *settings);
  if (!folders) return complain(folders.error().message, wrong_usage);
  rulefile::ReadOptions options = read_options(*settings, base::SystemClock().now());
  options.advise = false;
  std::vector<rulefile::CaseResult> results;
  bool readable = true;
  for (const std::filesystem::path& folder : *folders) {
    const auto cohort = load_cohort(folder, options);
    if (!cohort) return complain(cohort.error().message, cannot_start);
    readable = ask_cohort(*cohort, options, language_of(arguments), results) && readable;
  }
  if (!arguments.accept.empty()) return accept(arguments.accept, results);
  std::cout << (arguments.format == "json"    ? report_json(results)
                : arguments.format == "junit" ? report_junit(results)
                                              : report_text(results));
  return readable && count(results).failed == 0 ? fine : findings;
}

}  // namespace cli
