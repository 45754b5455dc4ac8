#include <iostream>

#include "app/story.hpp"
#include "base/files.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/test_report.hpp"
#include "networks/silent.hpp"
#include "rulefile/edit.hpp"
#include "store/memory.hpp"

namespace cli {
namespace {

void play_stories(const std::vector<rulefile::Story>& stories, const rules::Ruleset& ruleset,
                  std::vector<rulefile::CaseResult>& results) {
  for (const rulefile::Story& story : stories) {
    store::MemoryStore store;
    networks::SilentNetwork network(story.network, ruleset.bot_handle());
    for (rulefile::CaseResult& result : app::play(story, ruleset, store, network))
      results.push_back(std::move(result));
  }
}

// False when the cohort's files have mistakes: they are told on stderr and its cases are not asked.
bool ask_cohort(const LoadedCohort& cohort, const rulefile::ReadOptions& options,
                std::vector<rulefile::CaseResult>& results) {
  const rulefile::CohortCases cases = rulefile::read_cases(cohort.files, options);
  std::vector<rulefile::Diagnostic> diagnostics = cohort.diagnostics;
  diagnostics.insert(diagnostics.end(), cases.diagnostics.begin(), cases.diagnostics.end());
  diagnostics = rulefile::in_reading_order(std::move(diagnostics));
  if (rulefile::has_errors(diagnostics) || !cohort.ruleset) {
    std::cerr << rulefile::to_text(diagnostics, false) << rulefile::count_line(diagnostics) << "\n";
    return false;
  }
  for (const rulefile::Case& one : cases.cases) results.push_back(rulefile::ask(*cohort.ruleset, one));
  play_stories(cases.stories, *cohort.ruleset, results);
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
    readable = ask_cohort(*cohort, options, results) && readable;
  }
  if (!arguments.accept.empty()) return accept(arguments.accept, results);
  std::cout << (arguments.format == "json"    ? report_json(results)
                : arguments.format == "junit" ? report_junit(results)
                                              : report_text(results));
  return readable && count(results).failed == 0 ? fine : findings;
}

}  // namespace cli
