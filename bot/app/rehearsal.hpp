// The whole bot, played through on one thread and a clock set by hand: stories and replay. The same decider,
// courier and scheduler as the service; only the ports differ (a store in memory, a network that says nothing
// to anybody).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/courier.hpp"
#include "app/decider.hpp"
#include "app/hand_clock.hpp"
#include "app/ports.hpp"
#include "app/scheduler.hpp"

namespace app {

class Flock;

// What became of a post, or of a timed rule's due instant, once nothing more can come of it.
struct Outcome {
  std::optional<domain::Post> post;  // none for a timed rule
  std::string cause;
  std::string cohort;         // "" for a post that is none of the course's business
  base::Instant at{};         // when it became final
  domain::Decision decision;  // all actions; of each rule its last verdict
};

class Rehearsal {
 public:
  struct Listeners {
    std::function<void(const Decided&)> decided;         // each decision, as it is made; may be empty
    std::function<void(const domain::OutboxRow&)> sent;  // each row that reached the network; may be empty
    std::function<void(Outcome&&)> final_outcome;        // in the order of `at`; may be empty
  };
  // The flock is filled; the clock starts at `start`.
  Rehearsal(domain::Store& store, domain::Network& network, Flock& flock, base::Instant start,
            Listeners listeners);
  ~Rehearsal();

  // Moves the clock to the post's time (never back), doing on the way what comes due; then the bot hears the
  // post.
  base::Status hear(const domain::Post& post);
  // Moves the clock, doing on the way what comes due.
  base::Status run_to(base::Instant instant);
  // Moves the clock on until every wait is over and everything held is said; then what is still open is
  // final.
  base::Status finish();
  base::Instant now() const { return clock_.now(); }

 private:
  class Silence;
  base::Status run(const Errand& errand);
  std::optional<base::Instant> next_due();
  void note(const Decided& decided);
  void settle_open();
  void finish_outcome(Outcome outcome);

  domain::Store& store_;
  HandClock clock_;
  Listeners listeners_;
  std::unique_ptr<domain::Alerts> alerts_;
  Ports ports_;
  Decider decider_;
  Courier courier_;
  Scheduler scheduler_;
  base::Status failed_;
  bool stale_ = true;  // next_ has to be asked for again
  std::optional<base::Instant> next_;
  std::map<std::string, Outcome> open_;  // by post id: it still waits
};

}  // namespace app
