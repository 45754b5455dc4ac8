// Decisions as views: what happened about a post and why, in the words of the trace.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "domain/decision.hpp"
#include "domain/store.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace console {

// One decision: when, summary, actions with routes, verdicts. `lang` is the language of the reasons.
nlohmann::json decision_view(const domain::Decision& decision, const rules::Ruleset& ruleset);

// A rule said it, and it still stands: a facilitator may take it back.
bool can_be_marked_wrong(const domain::OutboxRow& row);

// All that is known about a post: every decision, what still waits, what became of what was said.
nlohmann::json why_view(domain::Tables& tables, const domain::PostKey& post, const rules::Ruleset& ruleset);

}  // namespace console
