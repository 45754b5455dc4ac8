// A cohort's own tests, run: inline cases asked, stories played.
#pragma once

#include <vector>

#include "app/backstage.hpp"
#include "rulefile/cases.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

// Cases first, then stories, each in the order of the files.
std::vector<rulefile::CaseResult> prove(const rulefile::CohortCases& cases, const rules::Ruleset& ruleset,
                                        const Backstage& backstage);

}  // namespace app
