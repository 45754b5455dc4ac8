// What time brings: rules with `every`. Waits are asked again through decide().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/decision.hpp"
#include "domain/facts.hpp"

namespace rules {

class Ruleset;

// One timed rule that is due: its cause is "due:RULE:INSTANT".
struct DueDecision {
  std::string rule;
  base::Instant due{};
  domain::Decision decision;
};

// Every instant since the rule's last run that is at most 2 hours past and not on a holiday; pure.
std::vector<DueDecision> due(const Ruleset& ruleset, const domain::DueFacts& facts, base::Instant now);
// When to ask again: the next instant at which any timed rule is due after `now`; none without such rules.
std::optional<base::Instant> next_due(const Ruleset& ruleset, base::Instant now);

}  // namespace rules
