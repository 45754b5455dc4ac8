#include "cli/credentials.hpp"

#include <sys/stat.h>

#include <cstdlib>

#include "base/files.hpp"
#include "cli/runtime.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

fs::path credential_source(const std::string& name, const fs::path& settings) {
  if (fs::path(name).is_absolute()) return name;
  return fs::absolute(settings).parent_path() / name;
}

base::Result<std::string> find_credential(const std::string& name, const fs::path& settings) {
  const bool from_systemd = std::getenv("CREDENTIALS_DIRECTORY") != nullptr;  // NOLINT(concurrency-mt-unsafe)
  return read_credential(from_systemd ? name : credential_source(name, settings).string());
}

// A file that others could read is closed to them before the secret is in it.
base::Status write_credential(const std::string& name, const fs::path& settings, const std::string& content) {
  const fs::path place = credential_source(name, settings);
  std::error_code code;
  if (fs::exists(place, code)) {
    fs::permissions(place, fs::perms::owner_read | fs::perms::owner_write, code);
    if (code) {
      return base::Error{base::ErrorKind::refused,
                         place.string() + " cannot be closed to others: " + code.message() + "."};
    }
  }
  return base::write_file_atomically(place, content + "\n");
}

}  // namespace cli
