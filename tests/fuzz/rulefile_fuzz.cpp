// Any bytes as a rule file, a template and the ops' file: read without a crash, a leak or a long wait.
#include <cstddef>
#include <cstdint>
#include <string>

#include "rulefile/cases.hpp"
#include "rulefile/read.hpp"
#include "rulefile/service_config.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  rulefile::CohortFiles files;
  files.cohort = "fuzz";
  files.files = {{"course.yaml", "course:\n  name: Fuzz\n  hashtags: [\"#fuzz\"]\n"}, {"rules.yaml", text}};
  files.templates = {{"templates/en/words.mustache", text}};
  rulefile::ReadOptions options;
  options.advise = size % 4 == 0;  // advice compares meanings, which takes most of the time
  const rulefile::ReadCohort read = rulefile::read_cohort(files, options);
  rulefile::to_text(read.diagnostics, true);
  rulefile::to_text(read.diagnostics, false, rulefile::Language::french);
  rulefile::to_json(read.diagnostics);
  rulefile::to_github(read.diagnostics);
  rulefile::read_cases(files, {});
  rulefile::read_service_config({"flockmate.yaml", text});
  return 0;
}
