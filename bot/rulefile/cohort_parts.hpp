// All files of a cohort, each decoded alone: what the checks between files look at.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "rulefile/parts.hpp"
#include "rulefile/templates.hpp"

namespace rulefile {

struct CohortFiles;

struct CohortParts {
  std::vector<std::unique_ptr<FilePart>> own;
  std::vector<std::unique_ptr<FilePart>> shipped;  // always read; used only where the course says so
  std::vector<std::unique_ptr<TemplatePart>> own_words;
  std::vector<std::unique_ptr<TemplatePart>> shipped_words;
  bool uses_starter = false;

  const CoursePart* course() const;  // of the first own file that has one
  // Every own file could be read, so a name that is missing does not exist.
  bool all_readable() const;
};

CohortParts read_parts(const CohortFiles& files);

}  // namespace rulefile
