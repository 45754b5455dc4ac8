// Files as whole values, with bounds. Errors say which file and what to do; nothing throws.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace base {

inline constexpr std::size_t default_file_limit = std::size_t{8} * 1024 * 1024;

// Larger than `limit` bytes is an error (invalid), as is a directory; missing is not_found.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = default_file_limit);

// Written beside, flushed to disk, then renamed over: readers see the old or the new text, never half of one.
// A file that was there keeps its permissions; a new one is its owner's alone.
Status write_file_atomically(const std::filesystem::path& path, std::string_view content);

// The regular files below `folder` whose name ends in `ending`, sorted by path;
// hidden ones and what stands behind linked folders are left out. At most 10,000.
Result<std::vector<std::filesystem::path>> list_files(const std::filesystem::path& folder,
                                                      std::string_view ending);

}  // namespace base
