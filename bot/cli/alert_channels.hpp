// How facilitators are called: always in the service's log, and by a webhook where the settings name one.
#pragma once

#include <memory>
#include <vector>

#include "base/result.hpp"
#include "domain/alert.hpp"

namespace alerts {
class Channels;
class Webhook;
}  // namespace alerts
namespace domain {
class HttpClient;
}  // namespace domain
namespace rulefile {
struct ServiceConfig;
}  // namespace rulefile
namespace spdlog {
class logger;
}  // namespace spdlog

namespace cli {

class AlertChannels {
 public:
  AlertChannels();
  ~AlertChannels();
  AlertChannels(const AlertChannels&) = delete;
  AlertChannels& operator=(const AlertChannels&) = delete;

  // Once. Without `http` (in practice) nothing leaves the machine. Errors: sentences for ops about the
  // webhook's credential.
  base::Status open(const rulefile::ServiceConfig& config, domain::HttpClient* http,
                    const std::shared_ptr<spdlog::logger>& log);
  domain::Alerts& all();

 private:
  std::unique_ptr<domain::Alerts> journal_;
  std::unique_ptr<alerts::Webhook> webhook_;
  std::unique_ptr<alerts::Channels> all_;
};

}  // namespace cli
