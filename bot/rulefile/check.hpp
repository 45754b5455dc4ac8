// The checks between files: what no file shows alone.
#pragma once

namespace rulefile {

struct CohortFiles;
struct CohortParts;
struct ReadOptions;

// Adds what is wrong to the findings of the file that carries it.
void check_cohort(CohortParts& parts, const CohortFiles& files, const ReadOptions& options);

}  // namespace rulefile
