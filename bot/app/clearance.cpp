#include "app/clearance.hpp"

#include "app/breaker.hpp"
#include "app/facts.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "app/record.hpp"
#include "app/same_speech.hpp"
#include "rules/limits.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

bool is_manners(const domain::OutboxRow& row) {
  return row.rule.starts_with("manners: ");
}

bool was_sent_by_hand(domain::Tables& tables, const domain::OutboxRow& row) {
  const auto draft = tables.drafts.find(row.key);
  return draft && draft->state == domain::DraftState::sent;
}

// Gone: deleted meanwhile, or its author said stop. The consent words are confirmed to whoever said them.
bool has_lost_its_cause(domain::Tables& tables, const domain::OutboxRow& row) {
  if (row.post_id.empty() || row.rule == farewell_rule) return false;
  if (!tables.posts.find({row.network, row.post_id})) return true;
  if (is_manners(row)) return false;
  return tables.people.find(row.cohort, {row.network, row.account}).consent == domain::Consent::stopped;
}

}  // namespace

Fitness fitness_of(domain::Tables& tables, const Flock& flock, const domain::OutboxRow& row,
                   base::Instant now) {
  if (has_lost_its_cause(tables, row)) return {Fitness::Kind::drop, {}, ""};
  if (const std::string reason = listen_only_reason(tables, row.network); !reason.empty()) {
    return {Fitness::Kind::draft, {}, reason};
  }
  const auto snapshot = flock.snapshot(row.cohort);
  const bool stopped = !breaker_reason(tables, row.network).empty();
  const bool waited = !row.reason.empty();  // held, or tried before; else it was cleared when it was planned
  if (snapshot && (stopped || (waited && !was_sent_by_hand(tables, row)))) {
    const auto spoken = spoken_of(tables, *snapshot->ruleset, {row.network, row.account}, row.thread, now);
    const auto clearance = rules::clear_speech(*snapshot->ruleset, spoken, stopped,
                                               row.kind == domain::ActionKind::reply, row.planned_at, now);
    if (clearance.kind == rules::Clearance::Kind::hold)
      return {Fitness::Kind::hold, clearance.until, clearance.reason};
    if (clearance.kind == rules::Clearance::Kind::draft) return {Fitness::Kind::draft, {}, clearance.reason};
  }
  if (now - row.planned_at >= rules::longest_hold) {
    return {Fitness::Kind::draft, {}, "it could not be sent for 12 hours"};
  }
  return {};
}

void turn_into_draft(domain::Tables& tables, const domain::OutboxRow& row, const std::string& reason,
                     base::Instant now) {
  tables.outbox.remove(row.key);
  if (row.rule == farewell_rule) return;  // nothing is kept about somebody who was forgotten
  auto draft = same_speech<domain::Draft>(row);
  draft.reason = reason;
  draft.created_at = now;
  tables.drafts.add(draft);
  tables.drafts.set_state(row.key, domain::DraftState::open);  // one sent by hand comes back
}

}  // namespace app
