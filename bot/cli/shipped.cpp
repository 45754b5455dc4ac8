#include "cli/shipped.hpp"

namespace cli {

app::ShippedFiles shipped_files() {
  namespace fs = std::filesystem;
  std::error_code code;
  const fs::path binary = fs::read_symlink("/proc/self/exe", code);
  const fs::path installed = binary.parent_path().parent_path() / "share" / "flockmate";
  if (!code && fs::is_directory(installed / "rules")) return {installed};
  return {fs::path(FLOCKMATE_SOURCE_DIR)};
}

}  // namespace cli
