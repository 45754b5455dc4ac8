#include "app/record.hpp"

#include "domain/store.hpp"
#include "rules/ruleset.hpp"
#include "rules/wording.hpp"

namespace app {
namespace {

using domain::Action;
using domain::ActionKind;

domain::LedgerRow ledger_row(const Cause& cause, const Action& action, base::Instant now) {
  domain::LedgerRow row;
  row.cohort = cause.cohort;
  row.network = cause.network;
  row.cause = cause.id;
  row.rule = action.rule;
  row.index = action.index;
  row.kind = action.kind;
  row.at = now;
  if (cause.post) {
    row.account = cause.post->author.id;
    row.thread = cause.post->thread;
  }
  if (!action.text.empty()) row.text_hash = rules::text_hash(action.text);
  row.decided_reply = action.route == domain::Route::reply;
  return row;
}

// What an outbox row and a draft have in common: which action this is, for whom, in which words.
template <typename Row>
Row row_of(const Cause& cause, const Action& action) {
  Row row;
  row.key = delivery_key(cause, action);
  row.cohort = cause.cohort;
  row.network = cause.network;
  row.cause = cause.id;
  row.rule = action.rule;
  row.index = action.index;
  row.kind = action.kind;
  row.text = action.text;
  row.language = action.language;
  if (cause.post) {
    row.post_id = cause.post->id;
    row.account = cause.post->author.id;
    row.thread = cause.post->thread;
  }
  return row;
}

// Since the backup that runs now was made, the bot may have said it.
bool may_be_said_already(domain::Tables& tables, const Cause& cause, base::Instant now) {
  constexpr std::chrono::hours catch_up{24};
  const auto restored = base::parse_rfc3339(tables.settings.get(domain::restored_setting));
  if (!restored) return false;
  return cause.post ? cause.post->created_at < *restored : now < *restored + catch_up;
}

void plan_speech(domain::Tables& tables, const Cause& cause, const Action& action, base::Instant now) {
  auto row = row_of<domain::OutboxRow>(cause, action);
  if (may_be_said_already(tables, cause, now)) row.state = domain::DeliveryState::in_doubt;
  row.planned_at = now;
  row.not_before = action.held_until.value_or(now);
  row.reason = action.held_reason;
  tables.outbox.add(row);
}

void plan_draft(domain::Tables& tables, const Cause& cause, const Action& action, base::Instant now,
                Aftermath& aftermath) {
  auto draft = row_of<domain::Draft>(cause, action);
  draft.reason = action.route_reason;
  draft.created_at = now;
  if (tables.drafts.open(cause.cohort).empty()) {  // one call for a pile of drafts is enough
    aftermath.alerts.push_back({domain::Alert::Kind::draft, cause.cohort, "duty",
                                "A draft of the rule " + action.rule + " waits on the page.", ""});
  }
  tables.drafts.add(draft);
}

// What a facilitator reads first: why they are called. Never a learner's words.
std::string call_of(const rules::Ruleset& ruleset, const domain::Decision& decision, const Action& action) {
  std::string call = "The rule " + action.rule + " calls you.";
  if (const rules::Rule* rule = ruleset.find(action.rule)) {
    if (!rule->because.empty()) call = rule->because;
  } else if (decision.human_needed) {
    call = "A human is needed here (" + decision.urgent_kind + "). The bot says nothing.";
  }
  for (const std::string& note : action.notes) call += " (" + note + ")";
  return call;
}

void add_card(domain::Tables& tables, const Cause& cause, const Action& action, std::string call,
              base::Instant now, Aftermath& aftermath) {
  domain::Card card;
  card.key = delivery_key(cause, action);
  card.cohort = cause.cohort;
  card.network = cause.network;
  if (cause.post) card.post_id = cause.post->id;
  card.rule = action.rule;
  card.to = action.target.empty() ? "duty" : action.target;
  card.text = std::move(call);
  card.urgent = action.urgent;
  card.at = now;
  tables.cards.add(card);
  aftermath.alerts.push_back({action.urgent ? domain::Alert::Kind::urgent : domain::Alert::Kind::question,
                              cause.cohort, card.to, card.text, ""});
}

void save_question(domain::Tables& tables, const Cause& cause) {
  if (!cause.post) return;
  tables.questions.save({cause.cohort, cause.network, cause.post->id, cause.post->author.id,
                         cause.post->thread, cause.post->created_at, domain::QuestionState::open});
}

// What is said or shown; cards are added by record(), which knows why somebody is called.
void carry_out(domain::Tables& tables, const Cause& cause, const Action& action, base::Instant now,
               Aftermath& aftermath) {
  if (action.route == domain::Route::draft) {
    plan_draft(tables, cause, action, now, aftermath);
  } else if (action.route == domain::Route::reply || action.route == domain::Route::post) {
    plan_speech(tables, cause, action, now);
    aftermath.speech = true;
  } else if (action.kind == ActionKind::save_question) {
    save_question(tables, cause);
  } else if (action.kind == ActionKind::label && cause.post) {
    tables.people.add_label(cause.cohort, cause.post->author_key(), action.target);
  }
}

}  // namespace

std::string delivery_key(const Cause& cause, const Action& action) {
  return cause.cohort + "/" + std::string(domain::to_word(cause.network)) + "/" + cause.id + "/" +
         action.rule + "/" + std::to_string(action.index);
}

void record(domain::Tables& tables, const rules::Ruleset& ruleset, const Cause& cause,
            const domain::Decision& decision, base::Instant now, Aftermath& aftermath) {
  tables.traces.add(cause.cohort, {cause.network, cause.id}, decision);
  ++aftermath.decided[cause.network];
  for (const Action& action : decision.actions) {
    tables.ledger.add(ledger_row(cause, action, now));
    if (action.kind == ActionKind::tell_facilitators) {
      add_card(tables, cause, action, call_of(ruleset, decision, action), now, aftermath);
    } else {
      carry_out(tables, cause, action, now, aftermath);
    }
  }
  for (const domain::Wait& wait : decision.waits) {
    if (!cause.post) continue;
    tables.waits.set({cause.cohort, cause.network, cause.post->id, wait});
    aftermath.waits = true;
  }
}

void record_farewell(domain::Tables& tables, const Cause& cause, const domain::Decision& decision,
                     base::Instant now, Aftermath& aftermath) {
  for (Action action : decision.actions) {
    if (action.route != domain::Route::reply) continue;
    action.rule = farewell_rule;
    plan_speech(tables, cause, action, now);
    aftermath.speech = true;
  }
}

}  // namespace app
