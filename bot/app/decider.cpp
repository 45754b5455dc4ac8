#include "app/decider.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/breaker.hpp"
#include "app/cancel.hpp"
#include "app/conversation.hpp"
#include "app/flock.hpp"
#include "app/identities.hpp"
#include "app/roster.hpp"
#include "app/withdrawals.hpp"
#include "rules/decide.hpp"
#include "rules/due.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using domain::Decision;
using domain::Post;
using domain::PostEvent;
using domain::Tables;

bool speaks(const Decision& decision) {
  const auto& actions = decision.actions;
  return decision.trips_breaker || std::any_of(actions.begin(), actions.end(),
                                               [](const auto& action) { return action.route.has_value(); });
}

Cause cause_of(const Matter& matter) {
  return {matter.cohort, matter.post.network, matter.post.id, &matter.post};
}

}  // namespace

Decider::Decider(Flock& flock, Networks networks, Log log, OnDecided on_decided)
    : flock_(flock),
      networks_(std::move(networks)),
      log_(std::move(log)),
      on_decided_(std::move(on_decided)) {}

void Decider::hear(Tables& tables, const PostEvent& event, base::Instant now, Aftermath& aftermath) {
  if (event.kind == PostEvent::Kind::deleted) {
    erase_post(tables, event.post.key(), aftermath);
    return;
  }
  const auto network = networks_.find(event.post.network);
  if (network == networks_.end()) return;
  const domain::Author self = network->second->self();
  if (event.post.author.id == self.id) {
    hear_own(tables, event.post, now);
  } else {
    hear_other(tables, event.post, self, now, aftermath);
  }
}

// By hashtag, else by the thread it continues, else (addressed to the bot: the consent words must always be
// heard) the first cohort. No cohort: none of our business, and nothing of it is kept.
Decider::Standing Decider::standing_of(Tables& tables, const Post& post, bool addressed) const {
  const bool keepable = post.is_public() && post.boost_of.empty();
  if (std::string cohort = flock_.cohort_of(post); !cohort.empty()) return {std::move(cohort), keepable};
  for (const std::string& id : {post.in_reply_to, post.thread}) {
    if (id.empty() || id == post.id) continue;
    const auto other = tables.posts.find({post.network, id});
    if (other && other->kept && !other->cohort.empty()) return {other->cohort, keepable};
  }
  const auto cohorts = flock_.cohorts();
  if (addressed && !cohorts.empty()) return {cohorts.front(), false};
  return {};
}

Matter Decider::matter_of(Tables& tables, const Post& post, const Standing& standing, Address address,
                          Aftermath& aftermath) {
  return {post,          standing.cohort, flock_.snapshot(standing.cohort),
          standing.kept, address,         resolve_role(tables, flock_, standing.cohort, post, aftermath)};
}

void Decider::hear_own(Tables& tables, const Post& post, base::Instant now) {
  std::string cohort = standing_of(tables, post, false).cohort;
  if (const auto row = tables.outbox.by_published(post.network, post.id)) cohort = row->cohort;
  tables.posts.remember({post, cohort, !cohort.empty(), true, true});
  pass_over(cohort, post, rules::Reason::own_post, now);
}

void Decider::pass_over(const std::string& cohort, const Post& post, rules::Reason why,
                        base::Instant now) const {
  Decision decision;
  decision.asked = false;
  decision.trace.at = now;
  const auto snapshots = flock_.snapshots();
  const auto language = snapshots.empty()
                            ? domain::Language::english
                            : domain::language_for_facilitators(snapshots.front()->ruleset->course());
  decision.trace.summary =
      rules::in_words(language, rules::Reason::none_asked, {rules::in_words(language, why)});
  tell({cohort, post.network, post.id, &post}, now, decision);
}

void Decider::hear_other(Tables& tables, const Post& post, const domain::Author& self, base::Instant now,
                         Aftermath& aftermath) {
  const Address address = address_of(tables, post, self);
  const Standing standing = standing_of(tables, post, address.any);
  if (standing.cohort.empty()) return pass_over("", post, rules::Reason::not_of_course, now);
  const auto remembered = tables.posts.remember({post, standing.cohort, standing.kept, false, true});
  if (remembered == domain::Posts::Remembered::known) return;
  const bool fresh = remembered == domain::Posts::Remembered::fresh;
  const Matter matter = matter_of(tables, post, standing, address, aftermath);
  tables.people.note(matter.cohort, post.network, post.author, post.created_at, standing.kept && fresh);
  note_on_roster(tables, flock_, matter.cohort, matter.snapshot->ruleset->course().joined, post);
  if (standing.kept) follow_up(tables, post, matter.role);
  if (!fresh) {
    if (is_spoken_about(tables, post.key())) return;  // the reply stays; no second one follows
    cancel_of_post(tables, post.key());
    aftermath.waits = true;
  }
  decide(tables, matter, {.now = now, .again = !fresh}, aftermath);
}

// Budgets and earlier texts can only take speech away: a post about which nothing would be said is not asked
// about them, and nearly all posts are such.
void Decider::decide(Tables& tables, const Matter& matter, const FactsWanted& wanted, Aftermath& aftermath) {
  const rules::Ruleset& ruleset = *matter.snapshot->ruleset;
  // A rule that waited is asked again whatever its words: anything may be looked at then.
  const bool first_time = wanted.woken.empty();
  const auto reading = first_time ? rules::read_to_decide(ruleset, matter.post, matter.address.any)
                                  : rules::read(ruleset, matter.post, matter.address.any);
  domain::Facts facts = gather_facts(tables, flock_, matter, reading, wanted);
  Decision decision = rules::decide(ruleset, matter.post, reading, facts, wanted.now);
  if (speaks(decision)) {
    add_speech_facts(tables, matter, wanted.now, facts);
    decision = rules::decide(ruleset, matter.post, reading, facts, wanted.now);
  }
  conclude(tables, matter, decision, wanted.now, aftermath);
}

void Decider::conclude(Tables& tables, const Matter& matter, const Decision& decision, base::Instant now,
                       Aftermath& aftermath) {
  const Cause cause = cause_of(matter);
  tell(cause, now, decision);
  if (decision.consent && decision.consent->forget) return forget(tables, cause, decision, now, aftermath);
  if (decision.consent) {
    const auto person = matter.post.author_key();
    tables.people.set_consent(matter.cohort, person, decision.consent->to);
    if (decision.consent->to == domain::Consent::stopped) cancel_of_person(tables, flock_.cohorts(), person);
  }
  record(tables, *matter.snapshot->ruleset, cause, decision, now, aftermath);
  if (decision.trips_breaker) {
    trip(tables, matter.cohort, cause.network, matter.snapshot->ruleset->course().replies, aftermath);
  }
}

void Decider::forget(Tables& tables, const Cause& cause, const Decision& decision, base::Instant now,
                     Aftermath& aftermath) {
  const domain::AccountKey person = cause.post->author_key();
  const bool stays_stopped = decision.consent->to == domain::Consent::stopped;
  if (erase_person(tables, person, stays_stopped)) aftermath.speech = true;
  record_farewell(tables, cause, decision, now, aftermath);
  aftermath.erased = true;
  aftermath.waits = true;
}

void Decider::trip(Tables& tables, const std::string& cohort, domain::NetworkKind network,
                   const domain::Budgets& budgets, Aftermath& aftermath) {
  if (!trip_breaker(tables, network, budgets)) return;
  const std::string reason = breaker_reason(tables, network);
  log_->error("speech is stopped: {}", reason);
  aftermath.alerts.push_back({domain::Alert::Kind::breaker, cohort, "all", reason, ""});
}

void Decider::hear_thread(Tables& tables, const domain::PostKey& about, const std::vector<Post>& thread,
                          base::Instant now, Aftermath& aftermath) {
  for (const Post& post : thread) {
    if (post.id != about.id) hear(tables, {PostEvent::Kind::created, post, ""}, now, aftermath);
  }
}

void Decider::wake(Tables& tables, const Woken& woken, base::Instant now, Aftermath& aftermath) {
  if (woken.thread) hear_thread(tables, woken.post, *woken.thread, now, aftermath);
  for (const std::string& rule : woken.rules) tables.waits.remove(woken.cohort, woken.post, rule);
  aftermath.waits = true;
  const auto stored = tables.posts.find(woken.post);
  const auto network = networks_.find(woken.post.network);
  if (!stored || !flock_.snapshot(woken.cohort) || network == networks_.end()) return;
  const Address address = address_of(tables, stored->post, network->second->self());
  const Matter matter = matter_of(tables, stored->post, {woken.cohort, stored->kept}, address, aftermath);
  const FactsWanted wanted{
      .now = now, .again = true, .thread_known = woken.thread.has_value(), .woken = woken.rules};
  decide(tables, matter, wanted, aftermath);
}

void Decider::lapse(Tables& tables, const Woken& woken, base::Instant now, Aftermath& aftermath) {
  for (const std::string& rule : woken.rules) tables.waits.remove(woken.cohort, woken.post, rule);
  aftermath.waits = true;
  const auto stored = tables.posts.find(woken.post);
  const auto snapshot = flock_.snapshot(woken.cohort);
  if (!stored || !snapshot) return;
  const Post& post = stored->post;
  tables.questions.save({woken.cohort, post.network, post.id, post.author.id, post.thread, post.created_at,
                         domain::QuestionState::open});
  Decision decision;
  decision.trace.at = now;
  decision.trace.summary =
      "The bot was off when this came due, more than 24 hours ago: kept as an open question.";
  const Cause cause{woken.cohort, post.network, post.id, &post};
  tell(cause, now, decision);
  record(tables, *snapshot->ruleset, cause, decision, now, aftermath);
}

void Decider::run_timed(Tables& tables, const std::string& cohort, base::Instant now, Aftermath& aftermath) {
  const auto snapshot = flock_.snapshot(cohort);
  if (!snapshot) return;
  const rules::Ruleset& ruleset = *snapshot->ruleset;
  std::map<std::string, base::Instant> ran;
  bool first = true;  // what a rule says is said on every network; facilitators are told once
  for (const auto& [kind, network] : networks_) {
    for (auto& due : rules::due(ruleset, gather_due_facts(tables, ruleset, kind, now), now)) {
      if (!first) std::erase_if(due.decision.actions, [](const auto& one) { return !one.route; });
      const Cause cause{cohort, kind, "due:" + due.rule + ":" + base::to_rfc3339(due.due), nullptr};
      tell(cause, now, due.decision);
      record(tables, ruleset, cause, due.decision, now, aftermath);
      if (due.decision.trips_breaker) trip(tables, cohort, kind, ruleset.course().replies, aftermath);
      base::Instant& last = ran[due.rule];
      last = std::max(last, due.due);
    }
    first = false;
  }
  for (const auto& [rule, at] : ran) tables.ledger.set_last_run(cohort, rule, at);
}

void Decider::tell(const Cause& cause, base::Instant now, const Decision& decision) const {
  if (on_decided_) on_decided_({cause, now, decision});
}

}  // namespace app
