// May this be said now? Budgets, quiet hours and the circuit breaker: what is over is queued, never dropped.
#pragma once

#include <optional>
#include <string>

#include "domain/course.hpp"
#include "domain/facts.hpp"

namespace rules {

class Ruleset;
struct Limit;

inline constexpr std::chrono::hours longest_hold{12};  // then a draft

struct Clearance {
  enum class Kind { now, hold, draft };
  Kind kind = Kind::now;
  base::Instant until{};  // hold
  std::string reason;     // in the facilitators' words
};

// Asked when speech is planned, and by the courier again when a held one comes due. `is_reply`: per-learner
// and per-thread budgets count too. `planned_at`: since when it waits.
Clearance clear_speech(const Ruleset& ruleset, const domain::Spoken& spoken, bool speech_stopped,
                       bool is_reply, base::Instant planned_at, base::Instant now);

// A rule's own limit, counted over rolling windows.
bool is_used_up(const Limit& limit, const std::string& rule, const std::vector<domain::Fired>& fired,
                base::Instant now);

// One more reply decided now: are there too many within the breaker's minutes?
bool trips_breaker(const domain::Budgets& budgets, const std::vector<base::Instant>& by_account,
                   base::Instant now);

}  // namespace rules
