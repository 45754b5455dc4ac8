// Calls facilitators where they are anyway: one address that takes {"text": …}, as Slack, Mattermost and
// others do. It says which course calls, why, and where to look; what a learner wrote stays on the page.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "domain/alert.hpp"

namespace domain {
class HttpClient;
struct HttpResponse;
}  // namespace domain

namespace alerts {

class Webhook final : public domain::Alerts {
 public:
  struct Pace {
    std::size_t most = 100;                           // calls that wait; then the oldest go, urgent ones last
    base::Duration gather = std::chrono::seconds{3};  // what comes together is told together
    base::Duration first_retry = std::chrono::seconds{2};
    base::Duration longest_retry = std::chrono::minutes{10};
    base::Duration give_up = std::chrono::hours{6};  // a call that old helps nobody; the page has it
  };
  struct Options {
    std::string address;                               // a secret
    std::string page;                                  // of the facilitators
    std::function<void(const std::string&)> complain;  // one sentence for the log; thread-safe
    Pace pace = {};
  };
  // `http` outlives it.
  Webhook(domain::HttpClient& http, Options options);
  ~Webhook() override;  // what was not told by then is not told: it stands on the page
  Webhook(const Webhook&) = delete;
  Webhook& operator=(const Webhook&) = delete;

  // Never waits, never fails: what goes wrong later is told in the log.
  base::Status tell(const domain::Alert& alert) override;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Call {
    std::uint64_t number = 0;
    domain::Alert alert;
    Moment since{};
  };
  enum class Outcome { done, again, refused };
  struct Attempt {
    Outcome outcome = Outcome::done;
    base::Duration after{};  // at least, when the server says so
    std::string trouble = {};
  };

  void run();
  bool wait_for_calls(std::unique_lock<std::mutex>& lock);
  bool urgent_waits() const;
  void make_room();
  std::string message() const;
  Attempt send(const std::string& text);
  static Attempt judge(const domain::HttpResponse& answer);
  void complain(const std::string& trouble);

  domain::HttpClient& http_;
  const Options options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Call> calls_;
  std::uint64_t next_number_ = 0;
  std::uint64_t left_out_ = 0;  // went because too many waited
  bool stopping_ = false;
  std::string last_complaint_;
  std::thread thread_;
};

}  // namespace alerts
