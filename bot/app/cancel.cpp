#include "app/cancel.hpp"

#include <algorithm>

#include "app/withdrawals.hpp"

namespace app {
namespace {

using domain::DeliveryState;

void give_back(domain::Tables& tables, const domain::OutboxRow& row) {
  tables.outbox.remove(row.key);
  tables.ledger.give_back(row.cohort, row.network, row.cause, row.rule, row.index);
}

void withdraw_replies(domain::Tables& tables, const domain::PostKey& post, Aftermath& aftermath) {
  for (domain::OutboxRow row : tables.outbox.of_post(post)) {
    if (row.state != DeliveryState::sent) continue;
    plan_withdrawal(tables, {row.network, row.published_id});
    row.state = DeliveryState::withdrawn;
    row.reason = "The post it answered was deleted.";
    tables.outbox.update(row);
    aftermath.speech = true;
  }
}

// Somebody with access to the bot's account took our own post away.
void note_own_gone(domain::Tables& tables, const domain::PostKey& post) {
  auto row = tables.outbox.by_published(post.network, post.id);
  if (!row) return;
  row->state = DeliveryState::withdrawn;
  row->reason = "It was deleted on the network.";
  tables.outbox.update(*row);
}

}  // namespace

bool is_spoken_about(domain::Tables& tables, const domain::PostKey& post) {
  const auto rows = tables.outbox.of_post(post);
  return std::any_of(rows.begin(), rows.end(), [](const domain::OutboxRow& row) {
    return row.state != DeliveryState::planned && row.state != DeliveryState::refused;
  });
}

void cancel_of_post(domain::Tables& tables, const domain::PostKey& post) {
  for (const domain::OutboxRow& row : tables.outbox.of_post(post)) {
    if (row.state == DeliveryState::planned) give_back(tables, row);
  }
  for (const domain::Draft& draft : tables.drafts.of_post(post)) {
    if (draft.state != domain::DraftState::open) continue;
    tables.ledger.give_back(draft.cohort, draft.network, draft.cause, draft.rule, draft.index);
  }
  tables.drafts.remove_open_of_post(post);
  tables.waits.remove_of_post(post);
}

void cancel_of_person(domain::Tables& tables, const std::vector<std::string>& cohorts,
                      const domain::AccountKey& person) {
  for (const std::string& cohort : cohorts) {
    for (const domain::OutboxRow& row : tables.outbox.open(cohort)) {
      const bool theirs = row.network == person.network && row.account == person.id;
      if (theirs && row.state == DeliveryState::planned) give_back(tables, row);
    }
    for (const domain::Draft& draft : tables.drafts.open(cohort)) {
      if (draft.network != person.network || draft.account != person.id) continue;
      tables.drafts.set_state(draft.key, domain::DraftState::closed);
    }
  }
  tables.waits.remove_of_person(person);
}

void erase_post(domain::Tables& tables, const domain::PostKey& post, Aftermath& aftermath) {
  cancel_of_post(tables, post);
  withdraw_replies(tables, post, aftermath);
  note_own_gone(tables, post);
  tables.cards.remove_of_post(post);
  tables.questions.set_state(post, domain::QuestionState::closed);
  tables.posts.erase(post);
  aftermath.waits = true;
}

}  // namespace app
