#include "app/by_hand.hpp"

#include "app/facts.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "domain/language.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using base::Error;
using base::ErrorKind;
using domain::Tables;

domain::OutboxRow row_of(const domain::Draft& draft, base::Instant now) {
  domain::OutboxRow row;
  row.key = draft.key;
  row.cohort = draft.cohort;
  row.network = draft.network;
  row.cause = draft.cause;
  row.rule = draft.rule;
  row.index = draft.index;
  row.kind = draft.kind;
  row.text = draft.text;
  row.language = draft.language;
  row.post_id = draft.post_id;
  row.account = draft.account;
  row.thread = draft.thread;
  row.planned_at = now;
  row.not_before = now;
  return row;
}

// A network that asks for more than having joined refuses the answer, and after a few of them the bot. In
// practice anything may be tried.
bool may_be_taken(Tables& tables, const Flock& flock, const Ports& ports, const domain::Draft& draft) {
  const auto network = ports.networks.find(draft.network);
  const auto snapshot = flock.snapshot(draft.cohort);
  const auto stored = tables.posts.find({draft.network, draft.post_id});
  if (draft.network == domain::NetworkKind::practice || draft.post_id.empty()) return true;
  if (network == ports.networks.end() || !snapshot || !stored) return true;
  const rules::NetworkPolicy& policy = snapshot->ruleset->policy(draft.network);
  if (policy.joined_is_consent || policy.hashtag_is_consent) return true;
  const Address address = address_of(tables, stored->post, network->second->self());
  return address.any && (policy.answering_is_consent || !address.only_answers);
}

}  // namespace

base::Status plan_by_hand(Tables& tables, const Flock& flock, const Ports& ports, const std::string& key,
                          const std::string& text) {
  auto draft = tables.drafts.find(key);
  if (!draft || draft->state != domain::DraftState::open) {
    return Error{ErrorKind::not_found,
                 "This draft is no longer there: somebody was faster. Load the page again."};
  }
  if (const std::string reason = why_silent(tables, draft->network); !reason.empty()) {
    return Error{ErrorKind::refused, "Speech is stopped: " + reason + " Switch it on, then send the draft."};
  }
  const auto person = tables.people.find(draft->cohort, {draft->network, draft->account});
  if (!draft->account.empty() && person.consent == domain::Consent::stopped) {
    return Error{ErrorKind::refused,
                 "This person asked the bot to stop, so the bot does not send it. You can answer by hand."};
  }
  if (!may_be_taken(tables, flock, ports, *draft)) {
    const std::string network = domain::name_in_words(draft->network, domain::Language::english);
    return Error{ErrorKind::refused, network +
                                         " takes no answer of a bot to a post that neither mentions nor "
                                         "quotes it. Answer from your own account instead."};
  }
  if (!text.empty() && text != draft->text) {
    tables.drafts.set_text(key, text);
    draft->text = text;
  }
  tables.drafts.set_state(key, domain::DraftState::sent);
  tables.outbox.remove(key);
  tables.outbox.add(row_of(*draft, ports.clock.now()));
  return {};
}

}  // namespace app
