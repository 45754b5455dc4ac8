// An examination of this machine and of the cohorts' files, for `flockmate doctor`: what is at hand, as
// findings. Changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/finding.hpp"

namespace rulefile {
struct Diagnostic;
}

namespace app {

// `what`: "settings" or a cohort's name; `mistakes`: what `check` says of its files.
domain::Finding examine_files(const std::string& what, const std::vector<rulefile::Diagnostic>& mistakes);

// Is the state folder there, and writable for its owner? A folder that is not there yet is made by the
// service.
domain::Finding examine_state_folder(const std::filesystem::path& folder);
// What keeps the owner of the folder from reading and writing the database in it, if anything does.
std::optional<domain::Finding> examine_database_files(const std::filesystem::path& folder);
// Does it belong to the user who asks?
bool is_own_folder(const std::filesystem::path& folder);

// Room on the disk that holds the folder, or will.
domain::Finding examine_disk(const std::filesystem::path& folder);
domain::Finding judge_disk(const std::filesystem::path& folder, std::uintmax_t free_bytes);

}  // namespace app
