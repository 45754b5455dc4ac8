#include <iostream>
#include <optional>

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

struct Report {
  std::vector<rulefile::CaseResult> results;
  std::vector<rulefile::Diagnostic> diagnostics;            // of cohorts whose cases could not be asked
  std::optional<domain::Language> language = std::nullopt;  // of the first cohort
};

// A cohort's files may have mistakes: then they are told and its cases are not asked.
void ask_cohort(const LoadedCohort& cohort, const rulefile::ReadOptions& options, Report& report) {
  const rulefile::CohortCases cases = rulefile::read_cases(cohort.files, options);
  std::vector<rulefile::Diagnostic> diagnostics = cohort.diagnostics;
  diagnostics.insert(diagnostics.end(), cases.diagnostics.begin(), cases.diagnostics.end());
  diagnostics = rulefile::in_reading_order(std::move(diagnostics));
  if (rulefile::has_errors(diagnostics) || !cohort.ruleset) {
    report.diagnostics.insert(report.diagnostics.end(), diagnostics.begin(), diagnostics.end());
    return;
  }
  if (!report.language) report.language = domain::language_for_facilitators(cohort.ruleset->course());
  for (rulefile::CaseResult& result : app::prove(cases, *cohort.ruleset, backstage())) {
    report.results.push_back(std::move(result));
  }
}

void tell(const std::vector<rulefile::Diagnostic>& diagnostics, rulefile::Language language) {
  if (diagnostics.empty()) return;
  std::cerr << rulefile::to_text(diagnostics, false, language) << rulefile::count_line(diagnostics, language)
            << "\n";
}

void print(const Report& report, const Arguments& arguments) {
  const rulefile::Language language = language_of(arguments);
  if (arguments.format == "json") {
    std::cout << report_json(report.results, report.diagnostics, language);
  } else if (arguments.format == "junit") {
    std::cout << report_junit(report.results, report.diagnostics, language);
  } else {
    tell(report.diagnostics, language);
    std::cout << report_text(report.results, report.language.value_or(language));
  }
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
  tell_which_course(arguments, *settings);
  rulefile::ReadOptions options = read_options(*settings, base::SystemClock().now());
  options.advise = false;
  Report report;
  for (const std::filesystem::path& folder : *folders) {
    const auto cohort = load_cohort(folder, options);
    if (!cohort) return complain(cohort.error().message, cannot_start);
    ask_cohort(*cohort, options, report);
  }
  if (!arguments.accept.empty()) {
    tell(report.diagnostics, language_of(arguments));
    return accept(arguments.accept, report.results);
  }
  print(report, arguments);
  return report.diagnostics.empty() && count(report.results).failed == 0 ? fine : findings;
}

}  // namespace cli
