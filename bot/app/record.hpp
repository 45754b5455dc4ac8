// Writes down what was decided: trace, ledger, and a row for everything that is to happen.
#pragma once

#include <string>

#include "app/ports.hpp"
#include "domain/decision.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

// What a decision was about: a post, or a due instant of a timed rule.
struct Cause {
  std::string cohort;
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::string id;                      // the post's first id, or "due:RULE:INSTANT"
  const domain::Post* post = nullptr;  // null for a due instant
};

// cohort/network/cause/rule/index: names one action for ever, in every attempt.
std::string delivery_key(const Cause& cause, const domain::Action& action);

// `ruleset`: whose rules say why they call somebody.
void record(domain::Tables& tables, const rules::Ruleset& ruleset, const Cause& cause,
            const domain::Decision& decision, base::Instant now, Aftermath& aftermath);

// The reply that confirms an erasure: planned like any other, with nothing else kept about the person.
void record_farewell(domain::Tables& tables, const Cause& cause, const domain::Decision& decision,
                     base::Instant now, Aftermath& aftermath);
inline constexpr const char* farewell_rule = "manners: forget";

}  // namespace app
