#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "rulefile/read_options.hpp"

namespace cli {
namespace {

bool wants_colours() {
  return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}

void print(const std::vector<rulefile::Diagnostic>& diagnostics, const std::string& format,
           rulefile::Language language) {
  if (format == "json") {
    std::cout << rulefile::to_json(diagnostics, language) << '\n';
  } else if (format == "github") {
    std::cout << rulefile::to_github(diagnostics, language);
  } else {
    std::cout << rulefile::to_text(diagnostics, wants_colours(), language)
              << rulefile::count_line(diagnostics, language) << '\n';
  }
}

}  // namespace

int check(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto folders = cohort_folders(arguments, *settings);
  if (!folders) return complain(folders.error().message, wrong_usage);
  tell_which_course(arguments, *settings);
  std::vector<rulefile::Diagnostic> diagnostics = settings->diagnostics;
  const rulefile::ReadOptions options = read_options(*settings, base::SystemClock().now());
  for (const std::filesystem::path& folder : *folders) {
    const auto cohort = load_cohort(folder, options);
    if (!cohort) return complain(cohort.error().message, cannot_start);
    diagnostics.insert(diagnostics.end(), cohort->diagnostics.begin(), cohort->diagnostics.end());
  }
  print(diagnostics, arguments.format, language_of(arguments));
  return rulefile::has_errors(diagnostics) ? findings : fine;
}

}  // namespace cli
