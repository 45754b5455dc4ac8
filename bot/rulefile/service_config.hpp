// The ops' file, config/flockmate.yaml: where the bot runs and under which accounts. Tokens and passwords
// never stand in it, only the names of systemd credentials.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "domain/bill.hpp"
#include "rulefile/diagnostic.hpp"
#include "rules/network_policy.hpp"

namespace rulefile {

struct SourceFile;

struct PlaceToListen {
  std::string server;
  std::string credential;  // or ""
};

struct Account {
  std::string handle;                    // without @
  std::string server;                    // "https://social.example"; "" where the network has only one
  std::string credential;                // name of the systemd credential that holds the token, or ""
  std::vector<PlaceToListen> listen_on;  // Mastodon: other servers
  std::filesystem::path ca_file;         // trusted besides the system's, or ""
  // Bluesky: between two questions for what is new, and the streams of which one is followed.
  int poll_seconds = 10;
  std::vector<std::string> jetstreams;
  // X: what reading and speaking cost, and what they may cost a month, in millionths of a dollar.
  std::int64_t monthly_cap = 25'000'000;
  domain::PriceList prices;
};

struct Listen {
  std::string host = "127.0.0.1";
  int port = 8080;
  std::vector<std::string> public_names;  // under which a TLS proxy shows the pages: "flockmate.example.org"
};

struct ServiceConfig {
  std::filesystem::path state = "state";  // relative paths are meant from the folder of the config file
  Listen listen;
  std::string console_password;  // name of the credential with the facilitators' password hash, or ""
  std::string alerts_webhook;    // name of the credential with the webhook's address, or ""
  std::vector<domain::NetworkKind> alerts_by_message;  // on which facilitators get direct messages
  std::vector<std::filesystem::path> cohorts;
  std::map<domain::NetworkKind, Account> networks;
  std::array<rules::NetworkPolicy, 4> policies{rules::default_policy(domain::NetworkKind::practice),
                                               rules::default_policy(domain::NetworkKind::mastodon),
                                               rules::default_policy(domain::NetworkKind::bluesky),
                                               rules::default_policy(domain::NetworkKind::x)};
  int breaker_replies =
      30;  // so many replies decided within breaker_minutes stop all speech of a bot account
  int breaker_minutes = 5;
};

struct ReadServiceConfig {
  ServiceConfig config;  // what could be read, defaults for the rest
  std::vector<Diagnostic> diagnostics;
};

// Never throws. With an error among the diagnostics the service must not start.
ReadServiceConfig read_service_config(const SourceFile& file);

}  // namespace rulefile
