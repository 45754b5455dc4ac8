// The accounts of the settings, examined on their networks.
#pragma once

#include <filesystem>
#include <functional>

#include "domain/finding.hpp"

namespace cli {

struct Settings;

// Calls `found` with each network's findings as they come; blocks meanwhile. The practice network needs none.
void examine_networks(const Settings& settings, const std::filesystem::path& state,
                      const std::function<void(const domain::Findings&)>& found);

}  // namespace cli
