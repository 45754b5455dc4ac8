#include "app/by_hand.hpp"

#include "app/facts.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "app/no_longer_there.hpp"
#include "app/same_speech.hpp"
#include "domain/language.hpp"
#include "domain/store.hpp"
#include "rules/etiquette.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using base::Error;
using base::ErrorKind;
using domain::Tables;

domain::OutboxRow delivery_of(const domain::Draft& draft, base::Instant now) {
  auto row = same_speech<domain::OutboxRow>(draft);
  row.planned_at = now;
  row.not_before = now;
  return row;
}

}  // namespace

// A network that asks for more than having joined refuses the answer, and after a few of them the bot. In
// practice anything may be tried.
bool may_be_sent_by_bot(Tables& tables, const Flock& flock, const Networks& networks,
                        const domain::Draft& draft) {
  const auto network = networks.find(draft.network);
  const auto snapshot = flock.snapshot(draft.cohort);
  const auto stored = tables.posts.find({draft.network, draft.post_id});
  if (draft.network == domain::NetworkKind::practice || draft.post_id.empty()) return true;
  if (network == networks.end() || !snapshot || !stored) return true;
  const rules::NetworkPolicy& policy = snapshot->ruleset->policy(draft.network);
  if (policy.joined_is_consent || policy.hashtag_is_consent) return true;
  const Address address = address_of(tables, stored->post, network->second->self());
  return rules::is_called(policy, address.any, address.only_answers);
}

base::Status plan_by_hand(Tables& tables, const Flock& flock, const Ports& ports, const std::string& key,
                          const std::string& text) {
  auto draft = tables.drafts.find(key);
  if (!draft || draft->state != domain::DraftState::open) return no_longer_there("draft");
  if (const std::string reason = why_silent(tables, draft->network); !reason.empty()) {
    return Error{ErrorKind::refused, "Speech is stopped: " + reason + " Switch it on, then send the draft."};
  }
  const auto person = tables.people.find(draft->cohort, {draft->network, draft->account});
  if (!draft->account.empty() && person.consent == domain::Consent::stopped) {
    return Error{ErrorKind::refused,
                 "This person asked the bot to stop, so the bot does not send it. You can answer by hand."};
  }
  if (!may_be_sent_by_bot(tables, flock, ports.networks, *draft)) {
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
  tables.outbox.add(delivery_of(*draft, ports.clock.now()));
  return {};
}

}  // namespace app
