#include "tests/store/contract.hpp"

#include "store/memory.hpp"
#include "store/sqlite.hpp"

namespace store_tests {

using domain::StoredPost;

base::Instant minute(int minutes) {
  return base::Instant{std::chrono::milliseconds{1772560800000}} + std::chrono::minutes{minutes};
}

domain::Author author(const std::string& id, const std::string& handle) {
  domain::Author author;
  author.id = id;
  author.handle = handle;
  author.name = handle;
  return author;
}

StoredPost post(const std::string& id, const std::string& author_id, int at_minute, const std::string& text) {
  StoredPost stored;
  stored.cohort = "spring";
  stored.post.id = id;
  stored.post.author = author(author_id, author_id);
  stored.post.text = text;
  stored.post.created_at = minute(at_minute);
  stored.post.thread = id;
  return stored;
}

StoredPost answer(const std::string& id, const std::string& author_id, const StoredPost& to, int at_minute) {
  StoredPost stored = post(id, author_id, at_minute, "They are on the course page.");
  stored.post.in_reply_to = to.post.id;
  stored.post.thread = to.post.thread;
  return stored;
}

domain::LedgerRow fired(const std::string& cause, const std::string& rule, const std::string& account,
                        int at_minute) {
  domain::LedgerRow row;
  row.cohort = "spring";
  row.cause = cause;
  row.rule = rule;
  row.account = account;
  row.thread = cause;
  row.at = minute(at_minute);
  row.text_hash = 77;
  row.decided_reply = true;
  return row;
}

domain::OutboxRow delivery(const std::string& key, const std::string& post_id, const std::string& account,
                           int at_minute) {
  domain::OutboxRow row;
  row.key = key;
  row.cohort = "spring";
  row.cause = post_id;
  row.rule = "faq";
  row.text = "The slides are at https://example.org/slides";
  row.language = "en";
  row.post_id = post_id;
  row.account = account;
  row.thread = post_id;
  row.planned_at = minute(at_minute);
  row.not_before = minute(at_minute);
  return row;
}

domain::Draft draft(const std::string& key, const std::string& post_id, const std::string& account,
                    int at_minute) {
  domain::Draft row;
  row.key = key;
  row.cohort = "spring";
  row.cause = post_id;
  row.rule = "faq";
  row.text = "The slides are at https://example.org/slides";
  row.language = "en";
  row.post_id = post_id;
  row.account = account;
  row.thread = post_id;
  row.reason = "mode: draft";
  row.created_at = minute(at_minute);
  return row;
}

domain::Decision decision(int at_minute) {
  domain::Decision decision;
  domain::Action action;
  action.rule = "faq";
  action.index = 1;
  action.route = domain::Route::draft;
  action.route_reason = "no consent";
  action.text = "a learner's words";
  action.language = "fr";
  action.target = "duty";
  action.urgent = true;
  action.held_until = minute(60);
  action.held_reason = "quiet hours";
  action.notes = {"could not check who answered"};
  decision.actions.push_back(action);
  decision.waits.push_back({"ladder", minute(15), true});
  decision.consent = domain::ConsentChange{domain::Consent::stopped, true};
  decision.trips_breaker = true;
  decision.human_needed = true;
  decision.urgent_kind = "grief";
  decision.trace = {.ruleset = 18446744073709551615U,
                    .at = minute(at_minute),
                    .summary = "faq answers",
                    .winner = "faq",
                    .lines = {{"faq", domain::Verdict::yes, "asks about slides", false},
                              {"late", domain::Verdict::not_reached, "another rule answered", true}},
                    .faq = {{"slides", 0.87}}};
  return decision;
}

std::vector<std::string> ids(const std::vector<StoredPost>& posts) {
  std::vector<std::string> ids;
  ids.reserve(posts.size());
  for (const StoredPost& stored : posts) ids.push_back(stored.post.id);
  return ids;
}

StoreContract::StoreContract() {
  if (std::string(GetParam()) == "memory") {
    store_ = std::make_unique<store::MemoryStore>();
    return;
  }
  auto opened = store::SqliteStore::open(folder_.path() / "state.sqlite");
  if (!opened) throw std::runtime_error(opened.error().message);
  store_ = std::move(opened).value();
}

void StoreContract::write(const std::function<void(domain::Tables&)>& work) {
  const base::Status status = store_->write([&](domain::Tables& tables) {
    work(tables);
    return base::Status();
  });
  ASSERT_TRUE(status.ok()) << status.error().message;
}

void StoreContract::read(const std::function<void(domain::Tables&)>& work) {
  const base::Status status = store_->read([&](domain::Tables& tables) {
    work(tables);
    return base::Status();
  });
  ASSERT_TRUE(status.ok()) << status.error().message;
}

}  // namespace store_tests
