#include "rules/due.hpp"

#include <algorithm>

#include "rules/ruleset.hpp"
#include "rules/timed.hpp"

namespace rules {
namespace {

constexpr std::chrono::days look_ahead{366};

base::Instant last_run(const domain::DueFacts& facts, const std::string& rule) {
  base::Instant last = facts.running_since;
  for (const auto& run : facts.last_runs) {
    if (run.rule == rule) last = std::max(last, run.at);
  }
  return last;
}

domain::Facts as_facts(const domain::DueFacts& due_facts) {
  domain::Facts facts;
  facts.fired = due_facts.fired;
  facts.spoken = due_facts.spoken;
  facts.said_by_account = due_facts.said_by_account;
  facts.speech_stopped = due_facts.speech_stopped;
  facts.event = due_facts.event;
  return facts;
}

}  // namespace

std::vector<DueDecision> due(const Ruleset& ruleset, const domain::DueFacts& due_facts, base::Instant now) {
  std::vector<DueDecision> decisions;
  const domain::Facts facts = as_facts(due_facts);
  // One millisecond earlier, so that exactly two hours late still runs.
  const base::Instant earliest = now - latest_run - base::Duration{1};
  for (std::size_t place = 0; place < ruleset.rules().size(); ++place) {
    const Rule& rule = ruleset.rules()[place];
    if (!rule.every) continue;
    const base::Instant after = std::max(earliest, last_run(due_facts, rule.name));
    for (const base::Instant at : instants(ruleset.calendar(), *rule.every, after, now)) {
      const Situation situation{ruleset, nullptr, nullptr, facts, at, due_facts.network, due_cause(rule, at),
                                false};
      decisions.push_back({rule.name, at, ask_timed(situation, place)});
    }
  }
  return decisions;
}

std::optional<base::Instant> next_due(const Ruleset& ruleset, base::Instant now) {
  std::optional<base::Instant> next;
  for (const Rule& rule : ruleset.rules()) {
    if (!rule.every) continue;
    // Week by week: most schedules end in the first one.
    for (std::chrono::days offset{0}; offset < look_ahead; offset += std::chrono::days{7}) {
      const auto found =
          instants(ruleset.calendar(), *rule.every, now + offset, now + offset + std::chrono::days{7});
      if (found.empty()) continue;
      next = next ? std::min(*next, found.front()) : found.front();
      break;
    }
  }
  return next;
}

}  // namespace rules
