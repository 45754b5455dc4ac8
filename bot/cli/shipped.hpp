// Where the files that ship with the program are: found from the binary, never from the working directory.
#pragma once

#include "app/cohort_folder.hpp"

namespace cli {

// `../share/flockmate` beside the binary, or the source tree that it was built in.
app::ShippedFiles shipped_files();
// The pages' templates and static files.
std::filesystem::path console_folder();

}  // namespace cli
