// Cohort folders for tests: from disk, or out of a few lines of text.
#pragma once

#include <string>
#include <vector>

#include "rulefile/read.hpp"

namespace tests {

// A folder's *.yaml and templates, with paths that start with `shown_as`; the shipped pack beside them.
rulefile::CohortFiles cohort_folder(const std::string& folder, const std::string& shown_as);
rulefile::CohortFiles starter_pack();

// A good course (course.yaml) with one more file of this text; no starter pack unless `course` asks for it.
rulefile::CohortFiles with_file(const std::string& name, const std::string& text);
rulefile::CohortFiles with_rules(const std::string& rules);

// "R014 2:5-2:9" for each diagnostic, one a line: code and place.
std::string places(const std::vector<rulefile::Diagnostic>& diagnostics);

}  // namespace tests
