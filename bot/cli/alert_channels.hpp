// How facilitators are called: always in the service's log, and by a webhook and direct messages where the
// settings say so.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "base/result.hpp"
#include "domain/alert.hpp"
#include "domain/post.hpp"

namespace alerts {
class Channels;
class DirectMessages;
class Webhook;
struct Recipient;
}  // namespace alerts
namespace domain {
class HttpClient;
class Messenger;
}  // namespace domain
namespace rulefile {
struct ServiceConfig;
}  // namespace rulefile
namespace spdlog {
class logger;
}  // namespace spdlog

namespace cli {

struct AlertNeeds {
  const rulefile::ServiceConfig& config;
  domain::HttpClient* http;  // none (in practice): nothing leaves the machine
  std::map<domain::NetworkKind, domain::Messenger*> messengers;
  std::function<std::vector<alerts::Recipient>(const domain::Alert&)> recipients;  // of direct messages
  std::shared_ptr<spdlog::logger> log;
};

class AlertChannels {
 public:
  AlertChannels();
  ~AlertChannels();
  AlertChannels(const AlertChannels&) = delete;
  AlertChannels& operator=(const AlertChannels&) = delete;

  // Once; what the needs refer to outlives it. Errors: sentences for ops about the webhook's credential.
  base::Status open(const AlertNeeds& needs);
  domain::Alerts& all();

 private:
  std::unique_ptr<domain::Alerts> journal_;
  std::unique_ptr<alerts::Webhook> webhook_;
  std::unique_ptr<alerts::DirectMessages> messages_;
  std::unique_ptr<alerts::Channels> all_;
};

}  // namespace cli
