// Credentials as ops see them: files outside the service, which systemd hands to it.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace cli {

struct Settings;

// The file that a credential comes from: NAME itself when it is absolute, else NAME beside the settings file,
// from where the unit's LoadCredential= takes it.
std::filesystem::path credential_source(const std::string& name, const std::filesystem::path& settings);

// As the service gets it (read_credential), or, outside of systemd, from its source. Errors: not_found,
// refused (open to others).
base::Result<std::string> find_credential(const std::string& name, const std::filesystem::path& settings);

// Outside of systemd the service reads its credentials where `login` put them: the names in the settings
// become whole paths, those of their sources. Under systemd, and without a settings file, they stay as they
// are.
void place_credentials(Settings& settings);

// Into its source, for its owner only; whoever reads meanwhile sees the old or the new one.
base::Status write_credential(const std::string& name, const std::filesystem::path& settings,
                              const std::string& content);

}  // namespace cli
