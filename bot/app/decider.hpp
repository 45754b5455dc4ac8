// What the deciding thread does, one thing at a time and inside one transaction: hears a post, asks a wait
// again, runs what time brings. Keeps nothing itself: state is in the store, rules in the flock.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/facts.hpp"
#include "app/ports.hpp"
#include "app/record.hpp"

namespace domain {
struct Budgets;
}  // namespace domain
namespace rules {
enum class Reason;
}  // namespace rules

namespace app {

class Flock;

// Told of every decision as it is made, inside the transaction. `post` is null for what time brings.
struct Decided {
  const Cause& cause;
  base::Instant at{};
  const domain::Decision& decision;
};
using OnDecided = std::function<void(const Decided&)>;

// Waits of one post that are over, and its thread as the network shows it now.
struct Woken {
  std::string cohort;
  domain::PostKey post;
  std::vector<std::string> rules;
  std::optional<std::vector<domain::Post>> thread;  // none: it could not be read
};

class Decider {
 public:
  Decider(Flock& flock, Networks networks, Log log, OnDecided on_decided = {});

  void hear(domain::Tables& tables, const domain::PostEvent& event, base::Instant now, Aftermath& aftermath);
  // The posts around one, as the network shows them now: what nobody told of is heard.
  void hear_thread(domain::Tables& tables, const domain::PostKey& about,
                   const std::vector<domain::Post>& thread, base::Instant now, Aftermath& aftermath);
  void wake(domain::Tables& tables, const Woken& woken, base::Instant now, Aftermath& aftermath);
  // Too long overdue to be asked: kept as an open question.
  void lapse(domain::Tables& tables, const Woken& woken, base::Instant now, Aftermath& aftermath);
  void run_timed(domain::Tables& tables, const std::string& cohort, base::Instant now, Aftermath& aftermath);

 private:
  struct Standing {
    std::string cohort;
    bool kept = false;
  };
  Standing standing_of(domain::Tables& tables, const domain::Post& post, bool addressed) const;
  Matter matter_of(domain::Tables& tables, const domain::Post& post, const Standing& standing,
                   Address address, Aftermath& aftermath);
  void hear_own(domain::Tables& tables, const domain::Post& post, base::Instant now);
  void hear_other(domain::Tables& tables, const domain::Post& post, const domain::Author& self,
                  base::Instant now, Aftermath& aftermath);
  void pass_over(const std::string& cohort, const domain::Post& post, rules::Reason why,
                 base::Instant now) const;
  void decide(domain::Tables& tables, const Matter& matter, const FactsWanted& wanted, Aftermath& aftermath);
  void conclude(domain::Tables& tables, const Matter& matter, const domain::Decision& decision,
                base::Instant now, Aftermath& aftermath);
  void forget(domain::Tables& tables, const Cause& cause, const domain::Decision& decision, base::Instant now,
              Aftermath& aftermath);
  void trip(domain::Tables& tables, const std::string& cohort, domain::NetworkKind network,
            const domain::Budgets& budgets, Aftermath& aftermath);
  void tell(const Cause& cause, base::Instant now, const domain::Decision& decision) const;

  Flock& flock_;
  const Networks networks_;
  const Log log_;
  const OnDecided on_decided_;
};

}  // namespace app
