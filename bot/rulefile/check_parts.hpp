// The groups of checks that check_cohort makes, one source each.
#pragma once

#include <cstddef>

namespace rulefile {

struct CohortFiles;
struct CohortParts;
struct ReadOptions;

// More than these nobody can tell apart, and learning them would take minutes and gigabytes.
inline constexpr std::size_t most_entries = 2000;
inline constexpr std::size_t most_questions = 20'000;

void check_course(CohortParts& parts);
void check_names(CohortParts& parts, const CohortFiles& files);
void check_dates(CohortParts& parts);     // days that lie far outside the course
void check_wordings(CohortParts& parts);  // placeholders, languages, posts that name somebody
void check_lengths(CohortParts& parts, const ReadOptions& options);  // after the longest substitutions
void advise_on_rules(CohortParts& parts);                            // shadowed, cases, patterns
void advise_on_content(CohortParts& parts);  // entries that answer for others, unused words

}  // namespace rulefile
