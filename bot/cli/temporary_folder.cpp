#include "cli/temporary_folder.hpp"

#include <stdlib.h>

#include <string>

namespace cli {

TemporaryFolder::TemporaryFolder() {
  std::error_code code;
  std::string name = (std::filesystem::temp_directory_path(code) / "flockmate-XXXXXX").string();
  if (!code && ::mkdtemp(name.data()) != nullptr) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace cli
