// Port: the state that outlives the process. One transaction at a time writes; readers see whole transactions
// only. Every table group is an interface of its own, reached through Tables inside read() or write().
// Errors: failed (disk full, not writable: the message says what to do), too_new (by a newer one).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/decision.hpp"
#include "domain/facts.hpp"
#include "domain/post.hpp"

namespace domain {

struct StoredPost {
  Post post;
  std::string cohort;
  bool kept = true;  // public, under the hashtag or in a followed thread, not a boost
  bool by_bot = false;
  bool decided = false;  // a decision about this version is stored
};

class Posts {
 public:
  virtual ~Posts() = default;
  enum class Remembered { fresh, edited, known };
  // Dedupe key: (network, id, version). `edited`: a newer version replaced the text that was kept.
  virtual Remembered remember(const StoredPost& post) = 0;
  virtual std::optional<StoredPost> find(const PostKey& key) = 0;
  virtual void set_decided(const PostKey& key) = 0;
  virtual std::vector<StoredPost> thread(NetworkKind network,
                                         const std::string& thread) = 0;                     // by created_at
  virtual std::vector<StoredPost> recent(const std::string& cohort, std::size_t limit) = 0;  // newest first
  // When people wrote what is kept, newest first; the bot's own posts do not count.
  virtual std::vector<base::Instant> times(const std::string& cohort, NetworkKind on, std::size_t most) = 0;
  // All of a cohort in order of created_at, for the archive.
  virtual void each(const std::string& cohort, const std::function<void(const StoredPost&)>& visit) = 0;
  // The text and everything derived from it goes; the id stays so that it is not decided again.
  virtual void erase(const PostKey& key) = 0;
  virtual std::size_t erase_texts_before(const std::string& cohort, base::Instant before) = 0;
  virtual std::int64_t count(const std::string& cohort) = 0;
};

class People {
 public:
  virtual ~People() = default;
  // As known in this cohort; unknown people come back with default values.
  virtual Person find(const std::string& cohort, const AccountKey& key) = 0;
  // Keeps handle and name fresh; `counts` for a kept post: raises the count, sets first_post_at.
  virtual void note(const std::string& cohort, NetworkKind network, const Author& author, base::Instant at,
                    bool counts) = 0;
  // stopped: over all cohorts. joined: in this cohort, and not stopped any more. unknown: not stopped any
  // more.
  virtual void set_consent(const std::string& cohort, const AccountKey& key, Consent consent) = 0;
  virtual std::optional<AccountKey> by_handle(NetworkKind network, const std::string& handle) = 0;
  virtual void add_label(const std::string& cohort, const AccountKey& key, const std::string& label) = 0;
  virtual std::vector<std::string> labels(const std::string& cohort, const AccountKey& key) = 0;
  // Erases the person everywhere: posts, replies of ours to them, drafts, cards, questions, waits, traces,
  // ledger, outbox rows not yet sent. What stays, if `keep_stopped`: a keyed hash of the account id, so that
  // stopped lasts. Gives the network ids of our replies that should be withdrawn.
  virtual std::vector<PostKey> forget(const AccountKey& key, bool keep_stopped) = 0;
};

// What rules did, by cause: the id of a post, or "due:RULE:INSTANT".
struct LedgerRow {
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string cause;
  std::string rule;
  int index = 0;
  ActionKind kind = ActionKind::reply;
  std::string account;  // of the person the rule fired for, or ""
  std::string thread;
  base::Instant at{};
  std::uint64_t text_hash = 0;  // of what is said; 0 for internal actions
  bool decided_reply = false;   // counts for the circuit breaker
};

class Ledger {
 public:
  virtual ~Ledger() = default;
  virtual void add(const LedgerRow& row) = 0;
  // A draft was dismissed or the network refused: the row counts no more for limits and budgets.
  virtual void give_back(const std::string& cohort, NetworkKind network, const std::string& cause,
                         const std::string& rule, int index) = 0;
  virtual std::vector<Acted> acted(const std::string& cohort, NetworkKind network,
                                   const std::string& cause) = 0;
  // For limits: rows of `rules` for this person or thread at any time, and of the whole cohort since `since`.
  virtual std::vector<Fired> fired(const std::string& cohort, const AccountKey& person,
                                   const std::string& thread, const std::vector<std::string>& rules,
                                   base::Instant since) = 0;
  virtual Spoken spoken(const std::string& cohort, const AccountKey& person, const std::string& thread,
                        base::Instant now) = 0;
  virtual std::vector<base::Instant> said_at(NetworkKind network, base::Instant since) = 0;  // ascending
  virtual std::vector<std::uint64_t> said_here(const AccountKey& person, const std::string& thread,
                                               base::Instant since) = 0;
  virtual std::vector<std::uint64_t> said_by_account(NetworkKind network, base::Instant since) = 0;
  virtual std::vector<DueFacts::LastRun> last_runs(const std::string& cohort) = 0;
  virtual void set_last_run(const std::string& cohort, const std::string& rule, base::Instant at) = 0;
  // Firings per rule since then, for the Rules page.
  virtual std::map<std::string, int> counts(const std::string& cohort, base::Instant since) = 0;
  virtual void forget_before(base::Instant before) = 0;
};

enum class DeliveryState { planned, sending, sent, in_doubt, refused, withdrawn };
std::string_view to_word(DeliveryState state);

struct OutboxRow {
  std::string key;  // cohort/network/cause/rule/index: the idempotency key of every attempt
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string cause;
  std::string rule;
  int index = 0;
  ActionKind kind = ActionKind::reply;
  std::string text;
  std::string language;
  std::string post_id;  // the post it answers or boosts, or ""
  std::string account;  // whom it is for, or ""
  std::string thread;
  DeliveryState state = DeliveryState::planned;
  base::Instant planned_at{};
  base::Instant not_before{};
  int attempts = 0;
  std::string published_id;
  std::string published_url;
  std::string reason;  // why held, refused or in doubt; for people
};

class Outbox {
 public:
  virtual ~Outbox() = default;
  virtual void add(const OutboxRow& row) = 0;  // an existing key is left as it is
  virtual void update(const OutboxRow& row) = 0;
  virtual void remove(const std::string& key) = 0;
  virtual std::optional<OutboxRow> find(const std::string& key) = 0;
  // planned, sending or in doubt, not_before reached; in order of planning.
  virtual std::vector<OutboxRow> due(base::Instant now, std::size_t limit) = 0;
  virtual std::optional<base::Instant> next_due() = 0;
  virtual std::vector<OutboxRow> of_post(const PostKey& post) = 0;
  virtual std::optional<OutboxRow> by_published(NetworkKind network, const std::string& id) = 0;
  virtual std::vector<OutboxRow> open(
      const std::string& cohort) = 0;  // neither sent nor refused nor withdrawn
  // Of what is settled the words go and the row stays. How many there were.
  virtual std::size_t erase_texts_before(const std::string& cohort, base::Instant before) = 0;
};

enum class DraftState { open, sent, dismissed, closed };
std::string_view to_word(DraftState state);

struct Draft {
  std::string key;  // as the outbox row it would have been
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string cause;
  std::string rule;
  int index = 0;
  ActionKind kind = ActionKind::reply;
  std::string text;
  std::string language;
  std::string post_id;
  std::string account;
  std::string thread;
  std::string reason;  // why a human has to send it
  base::Instant created_at{};
  DraftState state = DraftState::open;
};

class Drafts {
 public:
  virtual ~Drafts() = default;
  virtual void add(const Draft& draft) = 0;  // an existing key is left as it is
  virtual std::optional<Draft> find(const std::string& key) = 0;
  virtual void set_state(const std::string& key, DraftState state) = 0;
  virtual void set_text(const std::string& key, const std::string& text) = 0;
  virtual std::vector<Draft> open(const std::string& cohort) = 0;  // oldest first
  virtual std::vector<Draft> of_post(const PostKey& post) = 0;
  virtual void remove_open_of_post(const PostKey& post) = 0;
  virtual std::map<std::string, std::pair<int, int>> outcomes(
      const std::string& cohort) = 0;  // rule: sent, dismissed
  // Of drafts that are not open any more the words go and the row stays. How many there were.
  virtual std::size_t erase_texts_before(const std::string& cohort, base::Instant before) = 0;
};

struct StoredWait {
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string post_id;
  Wait wait;
};

class Waits {
 public:
  virtual ~Waits() = default;
  virtual void set(
      const StoredWait& wait) = 0;  // one per (cohort, post, rule): a new one takes the old one's place
  virtual void remove(const std::string& cohort, const PostKey& post, const std::string& rule) = 0;
  virtual void remove_of_post(const PostKey& post) = 0;
  virtual void remove_of_person(const AccountKey& person) = 0;
  virtual std::vector<StoredWait> due(base::Instant now, std::size_t limit) = 0;
  virtual std::optional<base::Instant> next_due() = 0;
  virtual std::vector<StoredWait> of_post(const PostKey& post) = 0;
  virtual std::int64_t count(const std::string& cohort) = 0;
};

enum class QuestionState { open, answered, closed };
std::string_view to_word(QuestionState state);

struct Question {
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string post_id;
  std::string account;
  std::string thread;
  base::Instant asked_at{};
  QuestionState state = QuestionState::open;
};

class Questions {
 public:
  virtual ~Questions() = default;
  virtual void save(const Question& question) = 0;  // an existing one is left as it is
  virtual void set_state(const PostKey& post, QuestionState state) = 0;
  virtual std::vector<Question> open(const std::string& cohort) = 0;  // oldest first
  virtual std::vector<Question> of_thread(NetworkKind network, const std::string& thread) = 0;
};

// What facilitators are told: shown on their page until somebody marks it done.
struct Card {
  std::string key;
  std::string cohort;
  NetworkKind network = NetworkKind::practice;
  std::string post_id;  // or ""
  std::string rule;
  std::string to;  // duty | all | a name
  std::string text;
  bool urgent = false;
  bool done = false;
  base::Instant at{};
};

class Cards {
 public:
  virtual ~Cards() = default;
  virtual void add(const Card& card) = 0;  // an existing key is left as it is
  virtual void set_done(const std::string& key) = 0;
  virtual std::vector<Card> open(const std::string& cohort) = 0;  // urgent first, then oldest
  virtual void remove_of_post(const PostKey& post) = 0;
};

class Traces {
 public:
  virtual ~Traces() = default;
  virtual void add(const std::string& cohort, const PostKey& cause, const Decision& decision) = 0;
  virtual std::vector<Decision> of_post(const PostKey& post) = 0;  // oldest first; actions carry no texts
  virtual std::size_t forget_before(base::Instant before) = 0;
};

// The setting that tells when a backup was put back: what was written before then may be answered already.
inline constexpr const char* restored_setting = "restored_at";

// Small named values: cursors, when the cohort first ran, the breaker, the page's settings.
class Settings {
 public:
  virtual ~Settings() = default;
  virtual std::string get(const std::string& key) = 0;  // "" when unset
  virtual void set(const std::string& key, const std::string& value) = 0;
};

struct Tables {
  Posts& posts;
  People& people;
  Ledger& ledger;
  Outbox& outbox;
  Drafts& drafts;
  Waits& waits;
  Questions& questions;
  Cards& cards;
  Traces& traces;
  Settings& settings;
};

class Store {
 public:
  virtual ~Store() = default;
  // Runs `work` in one transaction; an error it gives, or one of the disk, rolls everything back.
  // Thread-safe; writers take turns. `work` must not call the store again.
  virtual base::Status write(const std::function<base::Status(Tables&)>& work) = 0;
  // The same, reading only, on a snapshot; does not wait for writers.
  virtual base::Status read(const std::function<base::Status(Tables&)>& work) = 0;
  virtual base::Status compact() = 0;  // after an erasure: nothing of it is left in file or journal
};

}  // namespace domain
