// `test --accept FILE:LINE`: what happens now becomes what is expected, and nothing else in the file changes.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "rulefile/cases.hpp"

namespace cli {

// The file's new text. `place` is FILE:LINE as the report shows it. Errors: no such place, nothing to accept
// there, an expectation over several lines.
base::Result<std::string> accepted(const std::string& text, const rulefile::CaseResult& result);

// The failed result at that place.
base::Result<rulefile::CaseResult> result_at(const std::vector<rulefile::CaseResult>& results,
                                             const std::string& place);

}  // namespace cli
