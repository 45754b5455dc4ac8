// A folder for a moment, for its owner only; gone with the value.
#pragma once

#include <filesystem>

namespace cli {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }  // "" when none could be made

 private:
  std::filesystem::path path_;
};

}  // namespace cli
