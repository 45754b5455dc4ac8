// The bot's accounts on real networks, opened as the ops' file names them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/messenger.hpp"
#include "domain/network.hpp"
#include "networks/http.hpp"
#include "rulefile/service_config.hpp"

namespace networks {
class XNetwork;
}
namespace spdlog {
class logger;
}

namespace cli {

struct AccountNeeds {
  const rulefile::ServiceConfig& config;
  std::filesystem::path state;
  const base::Clock& clock;                            // outlives the accounts
  std::function<std::vector<std::string>()> hashtags;  // of all cohorts, as they are now
  std::function<std::vector<std::string>()> contacts;  // handles that a wording may name, as they are now
  std::shared_ptr<spdlog::logger> log;
};

class Accounts {
 public:
  // Those of the config but the practice network's. Errors are sentences for ops: a credential that is not
  // there, a server that cannot be one.
  static base::Result<Accounts> open(const AccountNeeds& needs);

  std::map<domain::NetworkKind, domain::Network*> networks() const;
  // Where the bot may write to one person alone.
  std::map<domain::NetworkKind, domain::Messenger*> messengers() const { return messengers_; }
  // What the settings say now about money, for accounts that are open.
  void set_limits(const rulefile::ServiceConfig& config);
  domain::HttpClient* http() const { return http_.get(); }  // null before open()
  // What is being asked of a network ends by then: for stopping.
  void end_within(base::Duration grace);

 private:
  base::Status open_bluesky(const AccountNeeds& needs, const rulefile::Account& account);
  base::Status open_mastodon(const AccountNeeds& needs, const rulefile::Account& account);
  base::Status open_x(const AccountNeeds& needs, const rulefile::Account& account);

  networks::Reach reach_;
  std::unique_ptr<networks::Http> http_;
  std::map<domain::NetworkKind, std::unique_ptr<domain::Network>> networks_;
  networks::XNetwork* x_ = nullptr;  // among them
  std::unique_ptr<domain::Messenger> mastodon_messenger_;
  std::map<domain::NetworkKind, domain::Messenger*> messengers_;
};

}  // namespace cli
