// Calls facilitators where they are anyway: one address that takes {"text": …}, as Slack, Mattermost and
// others do. It says which course calls, why, and where to look; what a learner wrote stays on the page.
#pragma once

#include <functional>
#include <string>

#include "alerts/caller.hpp"

namespace domain {
class HttpClient;
struct HttpResponse;
}  // namespace domain

namespace alerts {

class Webhook final : public domain::Alerts {
 public:
  struct Options {
    std::string address;                               // a secret
    std::string page;                                  // of the facilitators
    std::function<void(const std::string&)> complain;  // one sentence for the log; thread-safe
    Caller::Pace pace = {};
  };
  // `http` outlives it.
  Webhook(domain::HttpClient& http, const Options& options);

  // Never waits, never fails: what goes wrong later is told in the log.
  base::Status tell(const domain::Alert& alert) override;

 private:
  Caller::Attempt send(const std::string& text);
  static Caller::Attempt judge(const domain::HttpResponse& answer);

  domain::HttpClient& http_;
  const std::string address_;
  Caller caller_;  // last: its thread uses the others
};

}  // namespace alerts
