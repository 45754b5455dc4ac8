// What `flockmate doctor` finds out about the bot's app and account on X. Says nothing there; X may charge a
// cent for asking who the bot is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "domain/bill.hpp"
#include "domain/finding.hpp"
#include "networks/x_keys.hpp"

namespace networks {

struct XPatient {
  std::string server = "https://api.x.com";
  std::string handle;  // as the settings say, or ""
  XKeys keys;
  // The file of the account's tokens, when nobody else uses them: a refresh token is good for one use.
  std::optional<std::filesystem::path> session;
  std::optional<domain::Bill> bill;  // this month's, when it is known
};

// Blocks while X answers.
domain::Findings examine_x(const XPatient& patient, domain::HttpClient& http, const base::Clock& clock);

}  // namespace networks
