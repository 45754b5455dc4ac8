// All that a decision may depend on besides the ruleset, the post and the time; gathered before it, as
// values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/action.hpp"
#include "domain/person.hpp"

namespace domain {

// One reply below the post in its thread.
struct ReplyFact {
  Role role = Role::learner;
  bool by_asker = false;
  bool closes = false;  // the asker's own "thanks" or "solved"
};

// One firing of a rule that still counts (given-back ones do not).
struct Fired {
  std::string rule;
  base::Instant at{};
  bool for_this_person = false;
  bool in_this_thread = false;
};

// What was planned to be said, as far as budgets reach. Instants ascend.
struct Spoken {
  std::vector<base::Instant> to_person;   // replies to this person, last 24 h
  std::vector<base::Instant> in_thread;   // replies in this thread, ever
  std::vector<base::Instant> in_cohort;   // public speech of the cohort, last 24 h
  std::vector<base::Instant> by_account;  // replies decided by the bot's account over all cohorts, last hour
  // Public speech of the bot's account over all cohorts, last 24 h; only where the network has a cap on it.
  NetworkKind network = NetworkKind::practice;
  std::vector<base::Instant> on_network;
};

// What a rule has already done about this very post (or due instant): an action is never planned twice.
struct Acted {
  std::string rule;
  int index = 0;
  ActionKind kind = ActionKind::reply;
};

struct Facts {
  Consent consent = Consent::unknown;
  Role role = Role::learner;
  bool addressed = false;                         // the post mentions, quotes or answers the bot
  bool only_answers_bot = false;                  // addressed, but neither mentions nor quotes the bot
  std::optional<base::Instant> first_heard_at;    // none: now
  bool kept = true;                               // under the course's hashtag, or in a thread we follow
  std::optional<base::Instant> first_post_at;     // first kept post in this cohort, this one included
  int posts_so_far = 1;                           // this one included
  std::optional<Role> replies_to;                 // whose post it answers; none: it answers nobody
  bool replies_to_unknown = false;                // it answers a post we have never seen
  std::optional<std::vector<ReplyFact>> replies;  // none: the thread could not be read
  std::vector<std::string> labels;                // on the post or the person
  std::vector<Fired> fired;
  Spoken spoken;
  // Hashes of what was said (planned included): to this person or in this thread within 24 h, and by the
  // account.
  std::vector<std::uint64_t> said_here;
  std::vector<std::uint64_t> said_by_account;
  std::vector<Acted> acted;
  std::vector<std::string> woken;  // rules whose wait for this post is over now
  std::string holder;              // a rule not woken now that still waits and holds the post's reply, or ""
  bool speech_stopped = false;     // the circuit breaker is open
  std::optional<std::string> event;  // "tweetchat" or "guest session" going on now
};

// The same for what time brings, without a post.
struct DueFacts {
  NetworkKind network = NetworkKind::practice;  // where the bot would speak
  struct LastRun {
    std::string rule;
    base::Instant at{};  // the instant it was due, not when it ran
  };
  std::vector<LastRun> last_runs;
  base::Instant running_since{};  // a rule never looks back before the cohort first ran
  std::vector<Fired> fired;
  Spoken spoken;
  std::vector<std::uint64_t> said_by_account;
  bool speech_stopped = false;
  std::optional<std::string> event;
};

}  // namespace domain
