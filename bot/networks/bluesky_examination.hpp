// What `flockmate doctor` finds out about the bot's account on Bluesky. Changes nothing there but the
// session.
#pragma once

#include <filesystem>

#include "domain/finding.hpp"
#include "networks/bluesky_session.hpp"
#include "networks/reach.hpp"

namespace networks {

struct BlueskyPatient {
  BlueskyAccount account;
  std::filesystem::path session;  // the file that keeps it: logins are few, so one that is there is used
  std::vector<std::string> jetstreams = {};
  Reach reach = {};  // of the Jetstreams
};

// Blocks while the server answers.
domain::Findings examine_bluesky(const BlueskyPatient& patient, domain::HttpClient& http,
                                 const base::Clock& clock);

}  // namespace networks
