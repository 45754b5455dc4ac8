#include "app/facts.hpp"

#include <algorithm>

#include "app/breaker.hpp"
#include "app/conversation.hpp"
#include "app/flock.hpp"
#include "app/roster.hpp"
#include "base/text.hpp"
#include "language/reader.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using domain::Facts;
using domain::Role;

constexpr std::chrono::days longest_window{7};
constexpr std::chrono::hours repeat_window{24};
// A post heard within this of its writing has no answers yet, unless events arrive out of order.
constexpr std::chrono::seconds heard_at_once{30};

Role role_of(const Flock& flock, const std::string& cohort, const domain::StoredPost& stored) {
  if (stored.by_bot) return Role::bot;
  return flock.role_of(cohort, stored.post.author, stored.post.network);
}

domain::Consent consent_of(const Flock& flock, const Matter& matter, const domain::Person& person,
                           const std::vector<std::string>& labels) {
  if (person.consent != domain::Consent::unknown) return person.consent;
  const auto& roster = matter.snapshot->ruleset->course().joined;
  const bool joined = is_on_roster(flock, roster, matter.post, labels);
  return joined ? domain::Consent::joined : person.consent;
}

void add_answered_post(domain::Tables& tables, const Flock& flock, const Matter& matter, Facts& facts) {
  if (matter.post.in_reply_to.empty()) return;
  const auto parent = tables.posts.find({matter.post.network, matter.post.in_reply_to});
  if (parent) facts.replies_to = role_of(flock, matter.cohort, *parent);
  facts.replies_to_unknown = !parent;
}

std::vector<domain::ReplyFact> replies_below(domain::Tables& tables, const Flock& flock,
                                             const Matter& matter) {
  const domain::Post& post = matter.post;
  const Conversation conversation(tables.posts.thread(post.network, post.thread));
  std::vector<domain::ReplyFact> replies;
  for (const domain::StoredPost* stored : conversation.below(post.id)) {
    if (!stored->post.boost_of.empty()) continue;
    const bool by_asker = stored->post.author.id == post.author.id;
    replies.push_back({role_of(flock, matter.cohort, *stored), by_asker,
                       by_asker && language::is_thanks(stored->post.text)});
  }
  return replies;
}

void add_replies(domain::Tables& tables, const Flock& flock, const Matter& matter, const FactsWanted& wanted,
                 Facts& facts) {
  if (!wanted.thread_known) return;
  if (!wanted.again && wanted.now - matter.post.created_at < heard_at_once) {
    facts.replies.emplace();
  } else {
    facts.replies = replies_below(tables, flock, matter);
  }
}

// What the first hearing left behind.
void add_history(domain::Tables& tables, const Matter& matter, Facts& facts) {
  const domain::PostKey post = matter.post.key();
  facts.acted = tables.ledger.acted(matter.cohort, post.network, post.id);
  const auto traces = tables.traces.of_post(post);
  if (!traces.empty()) facts.first_heard_at = traces.front().trace.at;
  for (const domain::StoredWait& stored : tables.waits.of_post(post)) {
    const auto& woken = facts.woken;
    const bool asked_now = std::find(woken.begin(), woken.end(), stored.wait.rule) != woken.end();
    if (stored.wait.holds_reply && !asked_now) facts.holder = stored.wait.rule;
  }
}

// Rules whose limits are asked about. What the whole cohort did is only asked for where a limit counts that:
// a person's and a thread's own firings are few, the cohort's of a week are not.
struct Limited {
  std::vector<std::string> names;
  bool over_all = false;

  void add(const rules::Rule& rule) {
    if (!rule.limit) return;
    names.push_back(rule.name);
    over_all = over_all || rule.limit->per == rules::Limit::Per::course;
  }
  base::Instant since(base::Instant now) const { return over_all ? now - longest_window : now; }
};

// Of the rules that could match only: their limits are all that is asked about.
Limited limited_rules(const rules::Ruleset& ruleset, const language::Reading& reading) {
  Limited limited;
  for (const std::uint32_t place : ruleset.candidates(reading)) limited.add(ruleset.rules()[place]);
  return limited;
}

}  // namespace

Address address_of(domain::Tables& tables, const domain::Post& post, const domain::Author& self) {
  if (std::find(post.mentions.begin(), post.mentions.end(), self.id) != post.mentions.end())
    return {true, false};
  const auto is_ours = [&](const std::string& id) {
    if (id.empty()) return false;
    const auto other = tables.posts.find({post.network, id});
    return other && other->by_bot;
  };
  if (is_ours(post.quote_of)) return {true, false};
  const bool answers = is_ours(post.in_reply_to);
  return {answers, answers};
}

Facts gather_facts(domain::Tables& tables, const Flock& flock, const Matter& matter,
                   const language::Reading& reading, const FactsWanted& wanted) {
  const domain::Post& post = matter.post;
  const auto person = tables.people.find(matter.cohort, post.author_key());
  const auto labels = tables.people.labels(matter.cohort, post.author_key());
  Facts facts;
  facts.consent = consent_of(flock, matter, person, labels);
  facts.role = matter.role;
  facts.addressed = matter.address.any;
  facts.only_answers_bot = matter.address.only_answers;
  facts.kept = matter.kept;
  facts.first_post_at = person.first_post_at;
  facts.posts_so_far = std::max(1, person.posts);
  facts.labels = labels_by_rules(labels);
  facts.woken = wanted.woken;
  add_answered_post(tables, flock, matter, facts);
  add_replies(tables, flock, matter, wanted, facts);
  if (wanted.again) add_history(tables, matter, facts);
  const auto limited = limited_rules(*matter.snapshot->ruleset, reading);
  if (!limited.names.empty()) {
    facts.fired = tables.ledger.fired(matter.cohort, post.author_key(), post.thread, limited.names,
                                      limited.since(wanted.now));
  }
  return facts;
}

void add_speech_facts(domain::Tables& tables, const Matter& matter, base::Instant now, Facts& facts) {
  const domain::Post& post = matter.post;
  facts.spoken = spoken_of(tables, *matter.snapshot->ruleset, post.author_key(), post.thread, now);
  facts.said_here = tables.ledger.said_here(post.author_key(), post.thread, now - repeat_window);
  if (matter.snapshot->ruleset->policy(post.network).refuses_duplicates) {
    facts.said_by_account = tables.ledger.said_by_account(post.network, now - repeat_window);
  }
  facts.speech_stopped = !breaker_reason(tables, post.network).empty();
}

domain::Spoken spoken_of(domain::Tables& tables, const rules::Ruleset& ruleset,
                         const domain::AccountKey& person, const std::string& thread, base::Instant now) {
  auto spoken = tables.ledger.spoken(ruleset.course().cohort, person, thread, now);
  spoken.network = person.network;
  if (has_caps(ruleset.policy(person.network))) {
    spoken.on_network = tables.ledger.said_at(person.network, now - std::chrono::hours{24});
  }
  return spoken;
}

domain::DueFacts gather_due_facts(domain::Tables& tables, const rules::Ruleset& ruleset,
                                  domain::NetworkKind network, base::Instant now) {
  const std::string& cohort = ruleset.course().cohort;
  Limited limited;
  for (const rules::Rule& rule : ruleset.rules()) {
    if (rule.every) limited.add(rule);
  }
  domain::DueFacts facts;
  facts.network = network;
  facts.last_runs = tables.ledger.last_runs(cohort);
  facts.running_since = running_since(tables, cohort, now);
  if (!limited.names.empty()) {
    facts.fired = tables.ledger.fired(cohort, {network, ""}, "", limited.names, limited.since(now));
  }
  facts.spoken = spoken_of(tables, ruleset, {network, ""}, "", now);
  facts.said_by_account = tables.ledger.said_by_account(network, now - repeat_window);
  facts.speech_stopped = !breaker_reason(tables, network).empty();
  return facts;
}

base::Instant running_since(domain::Tables& tables, const std::string& cohort, base::Instant now) {
  const std::string key = "running_since/" + cohort;
  if (const auto since = base::parse_rfc3339(tables.settings.get(key))) return *since;
  tables.settings.set(key, base::to_rfc3339(now));
  return now;
}

}  // namespace app
