#include "app/attempt.hpp"

#include <algorithm>
#include <array>

#include "app/clearance.hpp"
#include "app/record.hpp"
#include "app/withdrawals.hpp"
#include "rules/limits.hpp"

namespace app {
namespace {

using domain::DeliveryState;
using domain::OutboxRow;
using domain::Tables;
using std::chrono::seconds;

// When to look an attempt in doubt up: three times over ten minutes, counted from the attempt.
constexpr std::array<seconds, 3> look_up_after{seconds{20}, seconds{220}, seconds{360}};
// A server that fails for ever, each time without having posted, is not asked every twenty seconds for ever.
constexpr std::chrono::minutes again_at_once{1};
constexpr std::chrono::minutes longest_pause{20};
constexpr std::chrono::minutes until_next_look{5};  // at most; looking costs nobody anything
constexpr const char* unresolved =
    "unresolved: the network gave no answer and cannot tell whether it was sent; look there before you send "
    "it";

// Our own words, known at once and not only when the network echoes them.
void remember_own(Tables& tables, const OutboxRow& row, const domain::Author& self, base::Instant now) {
  domain::Post post;
  post.network = row.network;
  post.id = row.published_id;
  post.author = self;
  post.author.bot = true;
  post.text = row.text;
  post.created_at = now;
  post.language = row.language;
  post.url = row.published_url;
  if (row.kind == domain::ActionKind::reply) post.in_reply_to = row.post_id;
  if (row.kind == domain::ActionKind::boost) post.boost_of = row.post_id;
  post.thread = row.kind == domain::ActionKind::reply && !row.thread.empty() ? row.thread : post.id;
  tables.posts.remember({post, row.cohort, post.boost_of.empty(), true, true});
}

void note_refusal(Tables& tables, OutboxRow& row, const std::string& why, base::Instant now) {
  row.state = DeliveryState::refused;
  row.reason = why;
  tables.outbox.update(row);
  tables.ledger.give_back(row.cohort, row.network, row.cause, row.rule, row.index);
  if (row.rule == farewell_rule) return tables.outbox.remove(row.key);
  domain::Card card;
  card.key = "refused/" + row.key;
  card.cohort = row.cohort;
  card.network = row.network;
  card.post_id = row.post_id;
  card.rule = row.rule;
  card.to = "duty";
  card.text = "The network did not accept what the rule " + row.rule + " wanted to say: " + why;
  card.at = now;
  tables.cards.add(card);
}

}  // namespace

domain::Utterance utterance_of(Tables& tables, const OutboxRow& row) {
  domain::Utterance utterance;
  utterance.key = row.key;
  utterance.text = row.text;
  utterance.language = row.language;
  if (row.kind == domain::ActionKind::reply) utterance.kind = domain::Utterance::Kind::reply;
  if (row.kind == domain::ActionKind::boost) utterance.kind = domain::Utterance::Kind::boost;
  if (row.kind == domain::ActionKind::post) utterance.kind = domain::Utterance::Kind::post;
  if (row.post_id.empty() || utterance.kind == domain::Utterance::Kind::post) return utterance;
  if (auto stored = tables.posts.find({row.network, row.post_id})) {
    utterance.to = std::move(stored->post);
  } else {  // erased: the ids are all that is left
    domain::Post post;
    post.network = row.network;
    post.id = row.post_id;
    post.thread = row.thread;
    post.author.id = row.account;
    utterance.to = std::move(post);
  }
  return utterance;
}

void note_published(Tables& tables, OutboxRow& row, const domain::Published& published,
                    const domain::Author& self, base::Instant now) {
  row.state = DeliveryState::sent;
  row.published_id = published.id;
  row.published_url = published.url;
  row.reason.clear();
  if (row.rule == farewell_rule) return tables.outbox.remove(row.key);
  const bool gone = !row.post_id.empty() && !tables.posts.find({row.network, row.post_id});
  if (gone) {  // deleted while the reply was under way
    row.state = DeliveryState::withdrawn;
    plan_withdrawal(tables, {row.network, published.id});
  }
  tables.outbox.update(row);
  if (!gone) remember_own(tables, row, self, now);
}

void note_failure(Tables& tables, OutboxRow& row, const base::Error& error, base::Duration backoff,
                  base::Instant now) {
  if (error.kind == base::ErrorKind::refused || error.kind == base::ErrorKind::invalid) {
    return note_refusal(tables, row, error.message, now);
  }
  if (error.kind == base::ErrorKind::not_found) return turn_into_draft(tables, row, error.message, now);
  row.reason = error.message;
  if (error.kind == base::ErrorKind::unavailable) {
    row.state = DeliveryState::planned;
    row.not_before = now + backoff;
  } else {
    row.state = DeliveryState::in_doubt;
    row.attempts = 1;  // from here on: which look-up comes next
    row.not_before = now + look_up_after[0];
  }
  tables.outbox.update(row);
}

void note_not_there(Tables& tables, OutboxRow& row, base::Instant now) {
  const base::Duration age = now - row.planned_at;
  row.state = DeliveryState::planned;
  row.not_before = age <= again_at_once ? now : now + std::min<base::Duration>(age / 2, longest_pause);
  tables.outbox.update(row);
}

// A network that is away, or that asks for a pause, was not looked at.
void note_unknown(Tables& tables, OutboxRow& row, const base::Error& why, base::Instant now) {
  const base::Duration age = now - row.planned_at;
  if (why.kind == base::ErrorKind::unavailable && age < rules::longest_hold) {
    row.not_before = now + std::clamp<base::Duration>(age / 2, look_up_after[0], until_next_look);
  } else if (row.attempts >= static_cast<int>(look_up_after.size())) {
    return turn_into_draft(tables, row, unresolved, now);
  } else {
    row.not_before = now + look_up_after.at(static_cast<std::size_t>(row.attempts));
    ++row.attempts;
  }
  tables.outbox.update(row);
}

}  // namespace app
