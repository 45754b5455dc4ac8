// The accounts of the settings, examined on their networks.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "domain/course.hpp"
#include "domain/finding.hpp"

namespace cli {

struct Settings;

// Calls `found` with each network's findings as they come; blocks meanwhile. The practice network needs none.
// `facilitators`: of all courses; where the settings want it, whether they can be called by direct message.
void examine_networks(const Settings& settings, const std::filesystem::path& state,
                      const std::vector<domain::Facilitator>& facilitators,
                      const std::function<void(const domain::Findings&)>& found);

}  // namespace cli
