// Which files of a cohort's folder the Rules page may touch, and where they are on disk.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace app {

// `path` comes from outside and is never trusted. Accepted: NAME.yaml, FOLDER/NAME.yaml, NAME.txt,
// templates/LANGUAGE/NAME.mustache, without hidden names, and only what stays inside the folder once links
// are followed. The place need not exist. Errors: invalid, not_found (the folder is gone).
base::Result<std::filesystem::path> place_in(const std::filesystem::path& folder, const std::string& path);

}  // namespace app
