// Gathers the facts that a decision depends on from the store, inside one transaction.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/facts.hpp"
#include "language/reading.hpp"

namespace domain {
struct Tables;
}  // namespace domain
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

class Flock;
struct Snapshot;

// How a post turns to the bot.
struct Address {
  bool any = false;           // it mentions, quotes or answers the bot
  bool only_answers = false;  // it neither mentions nor quotes it
};
Address address_of(domain::Tables& tables, const domain::Post& post, const domain::Author& self);

// A post in question, and where it stands. Refers to the post; lives no longer than it.
struct Matter {
  const domain::Post& post;
  std::string cohort;
  std::shared_ptr<const Snapshot> snapshot;
  bool kept = true;  // public, under the hashtag or in a thread we follow, not a boost
  Address address;
  domain::Role role = domain::Role::learner;
};

struct FactsWanted {
  base::Instant now{};
  bool again = false;        // it was decided about before: an edit, or a wait that is over
  bool thread_known = true;  // false: the thread could not be read
  std::vector<std::string> woken{};
};

// All facts but those that only speech depends on. `reading`: of this post, by the matter's ruleset.
domain::Facts gather_facts(domain::Tables& tables, const Flock& flock, const Matter& matter,
                           const language::Reading& reading, const FactsWanted& wanted);
// Budgets, texts said before and the breaker.
void add_speech_facts(domain::Tables& tables, const Matter& matter, base::Instant now, domain::Facts& facts);

// What was planned to be said, for budgets and for the caps of the network.
domain::Spoken spoken_of(domain::Tables& tables, const rules::Ruleset& ruleset,
                         const domain::AccountKey& person, const std::string& thread, base::Instant now);

domain::DueFacts gather_due_facts(domain::Tables& tables, const rules::Ruleset& ruleset,
                                  domain::NetworkKind network, base::Instant now);
// When the cohort first ran; sets it to `now` on the first call.
base::Instant running_since(domain::Tables& tables, const std::string& cohort, base::Instant now);

}  // namespace app
