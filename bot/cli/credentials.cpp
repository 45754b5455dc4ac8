#include "cli/credentials.hpp"

#include <sys/stat.h>

#include <cstdlib>

#include "base/files.hpp"
#include "cli/cohorts.hpp"
#include "cli/runtime.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

bool is_from_systemd() {
  return std::getenv("CREDENTIALS_DIRECTORY") != nullptr;  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

fs::path credential_source(const std::string& name, const fs::path& settings) {
  if (fs::path(name).is_absolute()) return name;
  return fs::absolute(settings).parent_path() / name;
}

base::Result<std::string> find_credential(const std::string& name, const fs::path& settings) {
  return read_credential(is_from_systemd() ? name : credential_source(name, settings).string());
}

void place_credentials(Settings& settings) {
  if (is_from_systemd() || settings.file.empty()) return;
  const auto place = [&](std::string& name) {
    if (!name.empty()) name = credential_source(name, settings.file).string();
  };
  rulefile::ServiceConfig& config = settings.config;
  place(config.console_password);
  place(config.alerts_webhook);
  for (auto& [network, account] : config.networks) {
    place(account.credential);
    for (rulefile::PlaceToListen& other : account.listen_on) place(other.credential);
  }
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
