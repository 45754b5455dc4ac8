// The table groups of domain/store.hpp in SQL, each over one connection. Throw SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "domain/store.hpp"
#include "store/connection.hpp"
#include "store/keyed_hash.hpp"

namespace store {

class SqlitePosts final : public domain::Posts {
 public:
  SqlitePosts(Connection& connection, const KeyedHash& hash) : connection_(connection), hash_(hash) {}

  Remembered remember(const domain::StoredPost& post) override;
  std::optional<domain::StoredPost> find(const domain::PostKey& key) override;
  void set_decided(const domain::PostKey& key) override;
  std::vector<domain::StoredPost> thread(domain::NetworkKind network, const std::string& thread) override;
  std::vector<domain::StoredPost> recent(const std::string& cohort, std::size_t limit) override;
  std::vector<base::Instant> times(const std::string& cohort, domain::NetworkKind network,
                                   std::size_t limit) override;
  void each(const std::string& cohort, const std::function<void(const domain::StoredPost&)>& visit) override;
  void erase(const domain::PostKey& key) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;
  std::int64_t count(const std::string& cohort) override;

  // For an erasure: the row goes, what stays is a hash by which the post is known when it comes in again.
  void remove(const domain::PostKey& key);
  void forget_mentions(const domain::AccountKey& person);

 private:
  Connection& connection_;
  const KeyedHash& hash_;
};

class SqlitePeople final : public domain::People {
 public:
  SqlitePeople(Connection& connection, const KeyedHash& hash, SqlitePosts& posts)
      : connection_(connection), hash_(hash), posts_(posts) {}

  domain::Person find(const std::string& cohort, const domain::AccountKey& key) override;
  void note(const std::string& cohort, domain::NetworkKind network, const domain::Author& author,
            base::Instant at, bool counts) override;
  void set_consent(const std::string& cohort, const domain::AccountKey& key,
                   domain::Consent consent) override;
  std::optional<domain::AccountKey> by_handle(domain::NetworkKind network,
                                              const std::string& handle) override;
  void add_label(const std::string& cohort, const domain::AccountKey& key, const std::string& label) override;
  std::vector<std::string> labels(const std::string& cohort, const domain::AccountKey& key) override;
  std::vector<domain::PostKey> forget(const domain::AccountKey& key, bool keep_stopped) override;

 private:
  void set_stopped(const domain::AccountKey& key, bool stopped);
  std::vector<domain::PostKey> said_to(const domain::AccountKey& key);

  Connection& connection_;
  const KeyedHash& hash_;
  SqlitePosts& posts_;
};

class SqliteLedger final : public domain::Ledger {
 public:
  explicit SqliteLedger(Connection& connection) : connection_(connection) {}

  void add(const domain::LedgerRow& row) override;
  void give_back(const std::string& cohort, domain::NetworkKind network, const std::string& cause,
                 const std::string& rule, int index) override;
  std::vector<domain::Acted> acted(const std::string& cohort, domain::NetworkKind network,
                                   const std::string& cause) override;
  std::vector<domain::Fired> fired(const std::string& cohort, const domain::AccountKey& person,
                                   const std::string& thread, const std::vector<std::string>& rules,
                                   base::Instant since) override;
  domain::Spoken spoken(const std::string& cohort, const domain::AccountKey& person,
                        const std::string& thread, base::Instant now) override;
  std::vector<std::uint64_t> said_here(const domain::AccountKey& person, const std::string& thread,
                                       base::Instant since) override;
  std::vector<base::Instant> said_at(domain::NetworkKind network, base::Instant since) override;
  std::vector<std::uint64_t> said_by_account(domain::NetworkKind network, base::Instant since) override;
  std::vector<domain::DueFacts::LastRun> last_runs(const std::string& cohort) override;
  void set_last_run(const std::string& cohort, const std::string& rule, base::Instant at) override;
  std::map<std::string, int> counts(const std::string& cohort, base::Instant since) override;
  void forget_before(base::Instant before) override;

 private:
  Connection& connection_;
};

class SqliteOutbox final : public domain::Outbox {
 public:
  explicit SqliteOutbox(Connection& connection) : connection_(connection) {}

  void add(const domain::OutboxRow& row) override;
  void update(const domain::OutboxRow& row) override;
  void remove(const std::string& key) override;
  std::optional<domain::OutboxRow> find(const std::string& key) override;
  std::vector<domain::OutboxRow> due(base::Instant now, std::size_t limit) override;
  std::optional<base::Instant> next_due() override;
  std::vector<domain::OutboxRow> of_post(const domain::PostKey& post) override;
  std::optional<domain::OutboxRow> by_published(domain::NetworkKind network, const std::string& id) override;
  std::vector<domain::OutboxRow> open(const std::string& cohort) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;

 private:
  Connection& connection_;
};

class SqliteDrafts final : public domain::Drafts {
 public:
  explicit SqliteDrafts(Connection& connection) : connection_(connection) {}

  void add(const domain::Draft& draft) override;
  std::optional<domain::Draft> find(const std::string& key) override;
  void set_state(const std::string& key, domain::DraftState state) override;
  void set_text(const std::string& key, const std::string& text) override;
  std::vector<domain::Draft> open(const std::string& cohort) override;
  std::vector<domain::Draft> of_post(const domain::PostKey& post) override;
  void remove_open_of_post(const domain::PostKey& post) override;
  std::map<std::string, std::pair<int, int>> outcomes(const std::string& cohort) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;

 private:
  Connection& connection_;
};

class SqliteWaits final : public domain::Waits {
 public:
  explicit SqliteWaits(Connection& connection) : connection_(connection) {}

  void set(const domain::StoredWait& wait) override;
  void remove(const std::string& cohort, const domain::PostKey& post, const std::string& rule) override;
  void remove_of_post(const domain::PostKey& post) override;
  void remove_of_person(const domain::AccountKey& person) override;
  std::vector<domain::StoredWait> due(base::Instant now, std::size_t limit) override;
  std::optional<base::Instant> next_due() override;
  std::vector<domain::StoredWait> of_post(const domain::PostKey& post) override;
  std::int64_t count(const std::string& cohort) override;

 private:
  Connection& connection_;
};

class SqliteQuestions final : public domain::Questions {
 public:
  explicit SqliteQuestions(Connection& connection) : connection_(connection) {}

  void save(const domain::Question& question) override;
  void set_state(const domain::PostKey& post, domain::QuestionState state) override;
  std::vector<domain::Question> open(const std::string& cohort) override;
  std::vector<domain::Question> of_thread(domain::NetworkKind network, const std::string& thread) override;

 private:
  Connection& connection_;
};

class SqliteCards final : public domain::Cards {
 public:
  explicit SqliteCards(Connection& connection) : connection_(connection) {}

  void add(const domain::Card& card) override;
  void set_done(const std::string& key) override;
  std::vector<domain::Card> open(const std::string& cohort) override;
  void remove_of_post(const domain::PostKey& post) override;

 private:
  Connection& connection_;
};

class SqliteTraces final : public domain::Traces {
 public:
  explicit SqliteTraces(Connection& connection) : connection_(connection) {}

  void add(const std::string& cohort, const domain::PostKey& cause,
           const domain::Decision& decision) override;
  std::vector<domain::Decision> of_post(const domain::PostKey& post) override;
  std::size_t forget_before(base::Instant before) override;

 private:
  Connection& connection_;
};

class SqliteSettings final : public domain::Settings {
 public:
  explicit SqliteSettings(Connection& connection) : connection_(connection) {}

  std::string get(const std::string& key) override;
  void set(const std::string& key, const std::string& value) override;

 private:
  Connection& connection_;
};

}  // namespace store
