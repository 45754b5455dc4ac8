// The channel that always exists: the service's own log. It says that facilitators are called and why, never
// what a learner wrote; the card itself stands on their page.
#pragma once

#include <memory>

#include "domain/alert.hpp"

namespace spdlog {
class logger;
}

namespace alerts {

class Journal final : public domain::Alerts {
 public:
  explicit Journal(std::shared_ptr<spdlog::logger> log);
  base::Status tell(const domain::Alert& alert) override;

 private:
  std::shared_ptr<spdlog::logger> log_;
};

}  // namespace alerts
