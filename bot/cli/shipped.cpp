#include "cli/shipped.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

// "" when the program runs from its build folder.
fs::path installed_root() {
  std::error_code code;
  const fs::path binary = fs::read_symlink("/proc/self/exe", code);
  const fs::path root = binary.parent_path().parent_path() / "share" / "flockmate";
  return !code && fs::is_directory(root / "rules", code) ? root : fs::path();
}

}  // namespace

app::ShippedFiles shipped_files() {
  const fs::path installed = installed_root();
  return {installed.empty() ? fs::path(FLOCKMATE_SOURCE_DIR) : installed};
}

fs::path console_folder() {
  const fs::path installed = installed_root();
  return installed.empty() ? fs::path(FLOCKMATE_SOURCE_DIR) / "bot" / "console" : installed / "console";
}

}  // namespace cli
