// The service's settings from a text, as they are read and as they are told about.
#pragma once

#include <string>

#include "rulefile/cohort_files.hpp"
#include "rulefile/service_config.hpp"

namespace service_settings {

inline rulefile::ReadServiceConfig read(const std::string& text) {
  return rulefile::read_service_config({"flockmate.yaml", text});
}

inline std::string told(const std::string& text) {
  return rulefile::to_text(read(text).diagnostics, false);
}

}  // namespace service_settings
