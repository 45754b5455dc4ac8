// What time brings: waits that are over, timed rules, the daily work. Driven by the clock it is given.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "app/ports.hpp"

namespace app {

class Decider;
class Flock;
struct Woken;

class Scheduler {
 public:
  // Carries an errand out on the deciding thread; false when that has stopped.
  using Run = std::function<bool(Errand)>;
  Scheduler(Decider& decider, Ports ports, Flock& flock, Run run);

  // Does everything that is due by the clock. True when there was something.
  bool run_due();
  // The next instant at which there is something to do.
  std::optional<base::Instant> next_due(base::Instant now);

 private:
  bool run_waits(base::Instant now);
  bool run_wait(const Woken& woken, base::Instant due, base::Instant now);
  bool run_timed(base::Instant now);
  bool run_daily(base::Instant now);
  base::Instant next_midnight(base::Instant now) const;

  Decider& decider_;
  const Ports ports_;
  Flock& flock_;
  const Run run_;
  struct Timed {
    std::uint64_t ruleset = 0;
    std::optional<base::Instant> next;
  };
  std::map<std::string, Timed> timed_;  // by cohort
  std::optional<base::Instant> next_day_;
};

}  // namespace app
