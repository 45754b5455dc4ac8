// Calls that wait to be told in one place, and the one thread that tells them: those that come together in
// one message, urgent ones first, again when it did not work, and never in anybody's way.
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

namespace alerts {

class Caller {
 public:
  struct Pace {
    std::size_t most = 100;                           // calls that wait; then the oldest go, urgent ones last
    base::Duration gather = std::chrono::seconds{3};  // what comes together is told together
    base::Duration first_retry = std::chrono::seconds{2};
    base::Duration longest_retry = std::chrono::minutes{10};
    base::Duration give_up = std::chrono::hours{6};  // a call that old helps nobody; the page has it
    int most_attempts = 50;                          // at the same calls
  };
  enum class Outcome { done, again, refused };
  struct Attempt {
    Outcome outcome = Outcome::done;
    base::Duration after{};  // at least, when the place says so
    std::string trouble = {};
  };
  struct Options {
    std::string page;  // of the facilitators
    // Tells a text. `key` is the same for the same text, and no other has it. On the caller's thread.
    std::function<Attempt(const std::string& text, const std::string& key)> tell;
    std::function<std::string(const std::string&)> harmless;  // words as they may stand in such a text
    std::size_t longest = 1U << 16U;                          // of a text, in bytes
    std::function<void(const std::string&)> complain;         // one sentence for the log; thread-safe
    Pace pace = {};
  };
  explicit Caller(Options options);
  ~Caller();  // what was not told by then is not told: it stands on the page
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;

  void call(const domain::Alert& alert);  // never waits

 private:
  struct Call {
    std::uint64_t number = 0;
    domain::Alert alert;
    std::chrono::steady_clock::time_point since{};
  };
  void run();
  bool wait_for_calls(std::unique_lock<std::mutex>& lock);
  bool urgent_waits() const;
  void make_room();
  std::string message() const;
  std::string line_of(const domain::Alert& alert) const;
  void complain(const std::string& trouble);

  const Options options_;
  const std::int64_t born_;  // so that keys of another run are others
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
