// What `flockmate doctor` finds out about the bot's account on Mastodon. Changes nothing there.
#pragma once

#include <string>
#include <vector>

#include "domain/finding.hpp"
#include "domain/http_client.hpp"

namespace networks {

struct MastodonPatient {
  struct Place {
    std::string server;  // "https://social.example"
    std::string token;   // or ""
  };
  Place own;
  std::string handle;  // as the settings say, or ""
  std::vector<Place> listen_on;
};

// Blocks while the servers answer.
domain::Findings examine_mastodon(const MastodonPatient& patient, domain::HttpClient& http,
                                  const base::Clock& clock);

}  // namespace networks
