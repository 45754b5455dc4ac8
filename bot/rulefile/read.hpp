// A cohort's files, as text, into a ruleset's source; with every mistake of every file in one run. Opens no
// files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulefile/cohort_files.hpp"
#include "rulefile/diagnostic.hpp"
#include "rulefile/read_options.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {

struct ReadCohort {
  std::optional<rules::RulesetSource> source;  // none when no readable `course:` is left
  std::vector<Diagnostic> diagnostics;         // in reading order
  std::vector<std::string> bad_files;          // paths that carry an error; nothing of them is in `source`
};

// Bad files are left out whole and the rest is read. Never throws; hostile input ends in a diagnostic.
ReadCohort read_cohort(const CohortFiles& files, const ReadOptions& options);

}  // namespace rulefile
