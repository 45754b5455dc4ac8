// A cohort's folder on disk as texts for rulefile: the one place where rule files are opened.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace rulefile {
struct CohortFiles;
}  // namespace rulefile

namespace app {

// The files that ship with the program: <root>/rules and <root>/templates.
struct ShippedFiles {
  std::filesystem::path root;
};

// Reads *.yaml (*.yml are noted only), templates/<language>/*.mustache and *.txt of the folder, and the
// shipped pack beside it. Paths in the result are `folder` as given plus the name, so that messages show what
// the caller typed. A file that cannot be read as a whole (too large, no permission) is an error: nothing is
// guessed from half a folder.
base::Result<rulefile::CohortFiles> read_cohort_folder(const std::filesystem::path& folder,
                                                       const ShippedFiles& shipped);

// The same, of a folder in which nobody is writing: what was read twice alike. Error, too: unavailable, it
// keeps changing.
base::Result<rulefile::CohortFiles> read_quiet_cohort_folder(const std::filesystem::path& folder,
                                                             const ShippedFiles& shipped);

// Do both hold the same files with the same texts?
bool same_texts(const rulefile::CohortFiles& one, const rulefile::CohortFiles& other);

// A cohort is called as its folder is.
std::string cohort_name(const std::filesystem::path& folder);

}  // namespace app
