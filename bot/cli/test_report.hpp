// The answers of `flockmate test`, for people, programs and CI servers.
#pragma once

#include <string>
#include <vector>

#include "rulefile/cases.hpp"

namespace cli {

struct TestCount {
  int passed = 0;
  int failed = 0;
};
// A failing `some_day` case counts neither way; one that passes counts as passed.
TestCount count(const std::vector<rulefile::CaseResult>& results);

// Failures with what differs, silent passes with what stopped them, `some_day` news; last line "N passed, N
// failed".
std::string report_text(const std::vector<rulefile::CaseResult>& results, domain::Language language);
// `diagnostics`: what kept a folder's cases from being asked, in the shape of `check`; in JUnit a test case
// with an error for each.
std::string report_json(const std::vector<rulefile::CaseResult>& results,
                        const std::vector<rulefile::Diagnostic>& diagnostics, domain::Language language);
std::string report_junit(const std::vector<rulefile::CaseResult>& results,
                         const std::vector<rulefile::Diagnostic>& diagnostics, domain::Language language);

}  // namespace cli
