// Asked right before an attempt: may this row still be said, and now?
#pragma once

#include <string>

#include "base/clock.hpp"

namespace domain {
struct Tables;
struct OutboxRow;
}  // namespace domain

namespace app {

class Flock;

struct Fitness {
  enum class Kind { send, hold, draft, drop };
  Kind kind = Kind::send;
  base::Instant until{};  // hold
  std::string reason;
};

Fitness fitness_of(domain::Tables& tables, const Flock& flock, const domain::OutboxRow& row,
                   base::Instant now);

// The row leaves the outbox and becomes a draft with this reason.
void turn_into_draft(domain::Tables& tables, const domain::OutboxRow& row, const std::string& reason,
                     base::Instant now);

}  // namespace app
