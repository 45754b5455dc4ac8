#include "store/sqlite_tables.hpp"

// Waits, questions, cards and settings.
namespace store {

using domain::Card;
using domain::PostKey;
using domain::Question;
using domain::QuestionState;
using domain::StoredWait;

#define WAIT_COLUMNS "cohort, network, post_id, rule, due, holds_reply"
#define QUESTION_COLUMNS "cohort, network, post_id, account, thread, asked_at, state"
#define CARD_COLUMNS "key, cohort, network, post_id, rule, recipient, text, urgent, done, at"

namespace {

StoredWait read_wait(Row& row) {
  StoredWait wait;
  wait.cohort = row.text();
  wait.network = row.word(domain::NetworkKind::x);
  wait.post_id = row.text();
  wait.wait.rule = row.text();
  wait.wait.due = row.instant();
  wait.wait.holds_reply = row.flag();
  return wait;
}

Question read_question(Row& row) {
  Question question;
  question.cohort = row.text();
  question.network = row.word(domain::NetworkKind::x);
  question.post_id = row.text();
  question.account = row.text();
  question.thread = row.text();
  question.asked_at = row.instant();
  question.state = row.word(QuestionState::closed);
  return question;
}

Card read_card(Row& row) {
  Card card;
  card.key = row.text();
  card.cohort = row.text();
  card.network = row.word(domain::NetworkKind::x);
  card.post_id = row.text();
  card.rule = row.text();
  card.to = row.text();
  card.text = row.text();
  card.urgent = row.flag();
  card.done = row.flag();
  card.at = row.instant();
  return card;
}

}  // namespace

void SqliteWaits::set(const StoredWait& wait) {
  connection_.run("INSERT OR REPLACE INTO waits (" WAIT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                  wait.cohort, wait.network, wait.post_id, wait.wait.rule, wait.wait.due,
                  wait.wait.holds_reply);
}

void SqliteWaits::remove(const std::string& cohort, const PostKey& post, const std::string& rule) {
  connection_.run("DELETE FROM waits WHERE network=?1 AND post_id=?2 AND cohort=?3 AND rule=?4", post.network,
                  post.id, cohort, rule);
}

void SqliteWaits::remove_of_post(const PostKey& post) {
  connection_.run("DELETE FROM waits WHERE network=?1 AND post_id=?2", post.network, post.id);
}

void SqliteWaits::remove_of_person(const domain::AccountKey& person) {
  connection_.run(
      "DELETE FROM waits WHERE network=?1 AND post_id IN (SELECT id FROM posts WHERE network=?1 AND "
      "author_id=?2)",
      person.network, person.id);
}

std::vector<StoredWait> SqliteWaits::due(base::Instant now, std::size_t limit) {
  std::vector<StoredWait> waits;
  connection_.each(
      "SELECT " WAIT_COLUMNS " FROM waits WHERE due<=?1 ORDER BY due, rowid LIMIT ?2",
      [&](Row& row) { waits.push_back(read_wait(row)); }, now, static_cast<std::int64_t>(limit));
  return waits;
}

std::optional<base::Instant> SqliteWaits::next_due() {
  return connection_.first("SELECT due FROM waits ORDER BY due LIMIT 1",
                           [](Row& row) { return row.instant(); });
}

std::int64_t SqliteWaits::count(const std::string& cohort) {
  return connection_.number("SELECT count(*) FROM waits WHERE cohort=?1", cohort);
}

std::vector<StoredWait> SqliteWaits::of_post(const PostKey& post) {
  std::vector<StoredWait> waits;
  connection_.each(
      "SELECT " WAIT_COLUMNS " FROM waits WHERE network=?1 AND post_id=?2 ORDER BY due, rowid",
      [&](Row& row) { waits.push_back(read_wait(row)); }, post.network, post.id);
  return waits;
}

void SqliteQuestions::save(const Question& question) {
  connection_.run("INSERT INTO questions (" QUESTION_COLUMNS
                  ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
                  question.cohort, question.network, question.post_id, question.account, question.thread,
                  question.asked_at, question.state);
}

void SqliteQuestions::set_state(const PostKey& post, QuestionState state) {
  connection_.run("UPDATE questions SET state=?3 WHERE network=?1 AND post_id=?2", post.network, post.id,
                  state);
}

std::vector<Question> SqliteQuestions::open(const std::string& cohort) {
  std::vector<Question> questions;
  connection_.each(
      "SELECT " QUESTION_COLUMNS " FROM questions WHERE cohort=?1 AND state='open' ORDER BY asked_at, rowid",
      [&](Row& row) { questions.push_back(read_question(row)); }, cohort);
  return questions;
}

std::vector<Question> SqliteQuestions::of_thread(domain::NetworkKind network, const std::string& thread) {
  std::vector<Question> questions;
  connection_.each(
      "SELECT " QUESTION_COLUMNS " FROM questions WHERE network=?1 AND thread=?2 ORDER BY asked_at, rowid",
      [&](Row& row) { questions.push_back(read_question(row)); }, network, thread);
  return questions;
}

void SqliteCards::add(const Card& card) {
  connection_.run("INSERT INTO cards (" CARD_COLUMNS
                  ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING",
                  card.key, card.cohort, card.network, card.post_id, card.rule, card.to, card.text,
                  card.urgent, card.done, card.at);
}

void SqliteCards::set_done(const std::string& key) {
  connection_.run("UPDATE cards SET done=1 WHERE key=?1", key);
}

std::vector<Card> SqliteCards::open(const std::string& cohort) {
  std::vector<Card> cards;
  connection_.each(
      "SELECT " CARD_COLUMNS " FROM cards WHERE cohort=?1 AND NOT done ORDER BY urgent DESC, at, rowid",
      [&](Row& row) { cards.push_back(read_card(row)); }, cohort);
  return cards;
}

void SqliteCards::remove_of_post(const PostKey& post) {
  connection_.run("DELETE FROM cards WHERE network=?1 AND post_id=?2", post.network, post.id);
}

std::string SqliteSettings::get(const std::string& key) {
  return connection_
      .first(
          "SELECT value FROM settings WHERE key=?1", [](Row& row) { return row.text(); }, key)
      .value_or("");
}

void SqliteSettings::set(const std::string& key, const std::string& value) {
  connection_.run("INSERT OR REPLACE INTO settings VALUES (?1, ?2)", key, value);
}

}  // namespace store
