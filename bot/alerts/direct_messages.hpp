// Calls the facilitators whom a call is for, each by direct message where the course names them. Says what
// the webhook says: which course calls, why, and where to look; what a learner wrote stays on the page.
#pragma once

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "alerts/caller.hpp"
#include "domain/post.hpp"

namespace domain {
class Messenger;
}  // namespace domain

namespace alerts {

struct Recipient {
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::string handle;                                  // without @
  auto operator<=>(const Recipient&) const = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

class DirectMessages final : public domain::Alerts {
 public:
  static constexpr std::size_t most_recipients = 100;

  struct Options {
    std::map<domain::NetworkKind, domain::Messenger*> messengers;            // they outlive it
    std::function<std::vector<Recipient>(const domain::Alert&)> recipients;  // whom a call is for
    std::string page;                                                        // of the facilitators
    std::function<void(const std::string&)> complain;                        // one sentence for the log
    Caller::Pace pace = {.first_retry = std::chrono::seconds{30}, .most_attempts = 8};
  };
  explicit DirectMessages(Options options);

  // Never waits. Whom nothing can be told on any network is not called here.
  base::Status tell(const domain::Alert& alert) override;

 private:
  Caller* caller_of(const Recipient& recipient);
  std::unique_ptr<Caller> make_caller(const Recipient& recipient, domain::Messenger& messenger) const;

  const Options options_;
  std::mutex mutex_;
  std::map<Recipient, std::unique_ptr<Caller>> callers_;
};

}  // namespace alerts
