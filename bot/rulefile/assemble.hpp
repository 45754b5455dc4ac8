// Decoded files into the source of a ruleset: the course's own first, then the starter pack.
#pragma once

#include <optional>
#include <set>
#include <string>

namespace rules {
struct RulesetSource;
}  // namespace rules

namespace rulefile {

struct CohortFiles;
struct CohortParts;
struct ReadOptions;

// Leaves out everything of the files in `bad`. None when no readable course is left.
std::optional<rules::RulesetSource> assemble(const CohortParts& parts, const CohortFiles& files,
                                             const ReadOptions& options, const std::set<std::string>& bad);

}  // namespace rulefile
