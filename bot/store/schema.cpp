#include "store/schema.hpp"

#include <array>

namespace store {
namespace {

constexpr Migration first_version = R"sql(
CREATE TABLE posts (
  network TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, cohort TEXT NOT NULL,
  keeping TEXT NOT NULL,  -- whole; counted: its text has had its time; gone: deleted by its author
  kept INTEGER NOT NULL, by_bot INTEGER NOT NULL, decided INTEGER NOT NULL,
  author_id TEXT NOT NULL, author_handle TEXT NOT NULL, author_name TEXT NOT NULL, author_bot INTEGER NOT NULL,
  author_wants_no_bots INTEGER NOT NULL, author_muted INTEGER NOT NULL,
  text TEXT NOT NULL, created_at INTEGER NOT NULL, in_reply_to TEXT NOT NULL, thread TEXT NOT NULL,
  visibility TEXT NOT NULL, language TEXT NOT NULL, tags TEXT NOT NULL, mentions TEXT NOT NULL, links TEXT NOT NULL,
  has_image INTEGER NOT NULL, has_poll INTEGER NOT NULL, edited_at INTEGER, boost_of TEXT NOT NULL,
  quote_of TEXT NOT NULL, url TEXT NOT NULL,
  PRIMARY KEY (network, id)) STRICT;
CREATE INDEX posts_thread ON posts (network, thread, created_at);
CREATE INDEX posts_cohort ON posts (cohort, created_at);
CREATE INDEX posts_author ON posts (network, author_id);
CREATE INDEX posts_answer ON posts (network, in_reply_to) WHERE by_bot;
CREATE TABLE removed (network TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (network, hash)) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  network TEXT NOT NULL, id TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (network, id)) STRICT, WITHOUT ROWID;
CREATE TABLE handles (
  network TEXT NOT NULL, folded TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (network, folded)) STRICT, WITHOUT ROWID;
CREATE INDEX handles_id ON handles (network, id);
CREATE TABLE members (
  cohort TEXT NOT NULL, network TEXT NOT NULL, id TEXT NOT NULL, joined INTEGER NOT NULL DEFAULT 0,
  posts INTEGER NOT NULL DEFAULT 0, first_post_at INTEGER,
  PRIMARY KEY (network, id, cohort)) STRICT, WITHOUT ROWID;
CREATE TABLE labels (
  cohort TEXT NOT NULL, network TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (network, id, cohort, label)) STRICT, WITHOUT ROWID;
CREATE TABLE stopped (network TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (network, hash)) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  cohort TEXT NOT NULL, network TEXT NOT NULL, cause TEXT NOT NULL, rule TEXT NOT NULL, place INTEGER NOT NULL,
  kind TEXT NOT NULL, account TEXT NOT NULL, thread TEXT NOT NULL, at INTEGER NOT NULL,
  text_hash INTEGER NOT NULL, decided_reply INTEGER NOT NULL, given_back INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (network, cause, rule, place, cohort)) STRICT;
CREATE INDEX ledger_person ON ledger (network, account, at) WHERE account <> '';
CREATE INDEX ledger_thread ON ledger (network, thread, at) WHERE thread <> '';
CREATE INDEX ledger_rule ON ledger (cohort, rule, at);
CREATE INDEX ledger_speech ON ledger (cohort, at) WHERE kind IN ('reply', 'post', 'boost');
CREATE INDEX ledger_said ON ledger (network, at) WHERE text_hash <> 0;
CREATE INDEX ledger_decided ON ledger (network, at) WHERE decided_reply;
CREATE INDEX ledger_time ON ledger (at);
CREATE INDEX ledger_given_back ON ledger (network, cause, rule) WHERE given_back;
CREATE TABLE last_runs (
  cohort TEXT NOT NULL, rule TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (cohort, rule)) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  key TEXT NOT NULL PRIMARY KEY, cohort TEXT NOT NULL, network TEXT NOT NULL, cause TEXT NOT NULL, rule TEXT NOT NULL,
  place INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, post_id TEXT NOT NULL,
  account TEXT NOT NULL, thread TEXT NOT NULL, state TEXT NOT NULL, planned_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL, attempts INTEGER NOT NULL, published_id TEXT NOT NULL, published_url TEXT NOT NULL,
  reason TEXT NOT NULL) STRICT;
CREATE INDEX outbox_open ON outbox (not_before) WHERE state IN ('planned', 'sending', 'in doubt');
CREATE INDEX outbox_post ON outbox (network, post_id);
CREATE INDEX outbox_person ON outbox (network, account);
CREATE INDEX outbox_published ON outbox (network, published_id) WHERE published_id <> '';
CREATE TABLE drafts (
  key TEXT NOT NULL PRIMARY KEY, cohort TEXT NOT NULL, network TEXT NOT NULL, cause TEXT NOT NULL, rule TEXT NOT NULL,
  place INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, post_id TEXT NOT NULL,
  account TEXT NOT NULL, thread TEXT NOT NULL, reason TEXT NOT NULL, created_at INTEGER NOT NULL,
  state TEXT NOT NULL) STRICT;
CREATE INDEX drafts_state ON drafts (cohort, state, created_at);
CREATE INDEX drafts_post ON drafts (network, post_id);
CREATE INDEX drafts_person ON drafts (network, account);

CREATE TABLE waits (
  cohort TEXT NOT NULL, network TEXT NOT NULL, post_id TEXT NOT NULL, rule TEXT NOT NULL, due INTEGER NOT NULL,
  holds_reply INTEGER NOT NULL, PRIMARY KEY (network, post_id, cohort, rule)) STRICT;
CREATE INDEX waits_due ON waits (due);
CREATE TABLE questions (
  network TEXT NOT NULL, post_id TEXT NOT NULL, cohort TEXT NOT NULL, account TEXT NOT NULL, thread TEXT NOT NULL,
  asked_at INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (network, post_id)) STRICT;
CREATE INDEX questions_state ON questions (cohort, state, asked_at);
CREATE INDEX questions_thread ON questions (network, thread);
CREATE TABLE cards (
  key TEXT NOT NULL PRIMARY KEY, cohort TEXT NOT NULL, network TEXT NOT NULL, post_id TEXT NOT NULL,
  rule TEXT NOT NULL, recipient TEXT NOT NULL, text TEXT NOT NULL, urgent INTEGER NOT NULL, done INTEGER NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE INDEX cards_open ON cards (cohort, urgent, at) WHERE NOT done;
CREATE INDEX cards_post ON cards (network, post_id);

CREATE TABLE traces (
  id INTEGER PRIMARY KEY, cohort TEXT NOT NULL, network TEXT NOT NULL, cause TEXT NOT NULL, at INTEGER NOT NULL,
  decision TEXT NOT NULL) STRICT;
CREATE INDEX traces_cause ON traces (network, cause);
CREATE INDEX traces_time ON traces (at);
CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<Migration, 1> all{first_version};

// A transaction that is taken back unless it is finished.
class Step {
 public:
  explicit Step(Connection& connection) : connection_(connection) { connection_.execute("BEGIN IMMEDIATE"); }
  ~Step() {
    try {
      if (connection_.in_transaction()) connection_.execute("ROLLBACK");
    } catch (const std::exception&) {  // the failure that led here is the one to report
      return;
    }
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;
  void finish() { connection_.execute("COMMIT"); }

 private:
  Connection& connection_;
};

base::Status check_owner(Connection& connection, std::string_view path) {
  const bool ours = connection.number("PRAGMA application_id") == application_id;
  const bool empty = connection.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (ours || empty) return {};
  return base::Error{
      base::ErrorKind::invalid,
      std::string(path) +
          " is a database, but not a state of Flockmate's. Give flockmate another state folder, "
          "or move that file away. Nothing was changed."};
}

base::Error too_new(std::string_view path, std::int64_t version, std::size_t known) {
  return {base::ErrorKind::too_new,
          "The state in " + std::string(path) + " was written by a newer Flockmate (its version is " +
              std::to_string(version) + ", this program knows versions up to " + std::to_string(known) +
              "). Install the newer Flockmate again, or restore a backup made before the upgrade. Nothing "
              "was changed."};
}

}  // namespace

std::span<const Migration> migrations() {
  return all;
}

base::Status migrate(Connection& connection, std::string_view path, std::span<const Migration> steps) {
  if (auto owner = check_owner(connection, path); !owner) return owner;
  auto version = connection.number("PRAGMA user_version");
  const auto known = static_cast<std::int64_t>(steps.size());
  if (version > known) return too_new(path, version, steps.size());
  for (; version < known; ++version) {
    Step step(connection);
    connection.execute(steps[static_cast<std::size_t>(version)]);
    connection.execute("PRAGMA application_id=" + std::to_string(application_id));
    connection.execute("PRAGMA user_version=" + std::to_string(version + 1));
    step.finish();
  }
  return {};
}

}  // namespace store
