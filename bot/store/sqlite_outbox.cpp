#include "store/sqlite_tables.hpp"

namespace store {

using domain::OutboxRow;

#define OUTBOX_COLUMNS                                                                                \
  "key, cohort, network, cause, rule, place, kind, text, language, post_id, account, thread, state, " \
  "planned_at, "                                                                                      \
  "not_before, attempts, published_id, published_url, reason"
#define OUTBOX_OPEN "state IN ('planned', 'sending', 'in doubt')"

namespace {

OutboxRow read_delivery(Row& columns) {
  OutboxRow row;
  row.key = columns.text();
  row.cohort = columns.text();
  row.network = columns.word(domain::NetworkKind::x);
  row.cause = columns.text();
  row.rule = columns.text();
  row.index = columns.small();
  row.kind = columns.word(domain::ActionKind::send_digest);
  row.text = columns.text();
  row.language = columns.text();
  row.post_id = columns.text();
  row.account = columns.text();
  row.thread = columns.text();
  row.state = columns.word(domain::DeliveryState::withdrawn);
  row.planned_at = columns.instant();
  row.not_before = columns.instant();
  row.attempts = columns.small();
  row.published_id = columns.text();
  row.published_url = columns.text();
  row.reason = columns.text();
  return row;
}

}  // namespace

void SqliteOutbox::add(const OutboxRow& row) {
  connection_.run(
      "INSERT INTO outbox (" OUTBOX_COLUMNS
      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) "
      "ON CONFLICT DO NOTHING",
      row.key, row.cohort, row.network, row.cause, row.rule, row.index, row.kind, row.text, row.language,
      row.post_id, row.account, row.thread, row.state, row.planned_at, row.not_before, row.attempts,
      row.published_id, row.published_url, row.reason);
}

void SqliteOutbox::update(const OutboxRow& row) {
  connection_.run(
      "UPDATE outbox SET cohort=?2, network=?3, cause=?4, rule=?5, place=?6, kind=?7, text=?8, language=?9, "
      "post_id=?10, account=?11, thread=?12, state=?13, planned_at=?14, not_before=?15, attempts=?16, "
      "published_id=?17, published_url=?18, reason=?19 WHERE key=?1",
      row.key, row.cohort, row.network, row.cause, row.rule, row.index, row.kind, row.text, row.language,
      row.post_id, row.account, row.thread, row.state, row.planned_at, row.not_before, row.attempts,
      row.published_id, row.published_url, row.reason);
}

void SqliteOutbox::remove(const std::string& key) {
  connection_.run("DELETE FROM outbox WHERE key=?1", key);
}

std::optional<OutboxRow> SqliteOutbox::find(const std::string& key) {
  return connection_.first("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE key=?1", read_delivery, key);
}

std::vector<OutboxRow> SqliteOutbox::due(base::Instant now, std::size_t limit) {
  std::vector<OutboxRow> rows;
  connection_.each(
      "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE " OUTBOX_OPEN
      " AND not_before<=?1 ORDER BY planned_at, rowid LIMIT ?2",
      [&](Row& row) { rows.push_back(read_delivery(row)); }, now, static_cast<std::int64_t>(limit));
  return rows;
}

std::optional<base::Instant> SqliteOutbox::next_due() {
  return connection_.first("SELECT not_before FROM outbox WHERE " OUTBOX_OPEN " ORDER BY not_before LIMIT 1",
                           [](Row& row) { return row.instant(); });
}

std::vector<OutboxRow> SqliteOutbox::of_post(const domain::PostKey& post) {
  std::vector<OutboxRow> rows;
  connection_.each(
      "SELECT " OUTBOX_COLUMNS
      " FROM outbox WHERE network=?1 AND post_id=?2 AND post_id<>'' ORDER BY planned_at, rowid",
      [&](Row& row) { rows.push_back(read_delivery(row)); }, post.network, post.id);
  return rows;
}

std::optional<OutboxRow> SqliteOutbox::by_published(domain::NetworkKind network, const std::string& id) {
  return connection_.first("SELECT " OUTBOX_COLUMNS
                           " FROM outbox WHERE network=?1 AND published_id=?2 AND published_id<>'' "
                           "ORDER BY planned_at, rowid LIMIT 1",
                           read_delivery, network, id);
}

std::vector<OutboxRow> SqliteOutbox::open(const std::string& cohort) {
  std::vector<OutboxRow> rows;
  connection_.each(
      "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE " OUTBOX_OPEN " AND cohort=?1 ORDER BY planned_at, rowid",
      [&](Row& row) { rows.push_back(read_delivery(row)); }, cohort);
  return rows;
}

std::size_t SqliteOutbox::erase_texts_before(const std::string& cohort, base::Instant before) {
  connection_.run(
      "UPDATE outbox SET text='' WHERE cohort=?1 AND planned_at<?2 AND text<>'' AND NOT (" OUTBOX_OPEN ")",
      cohort, before);
  return static_cast<std::size_t>(connection_.number("SELECT changes()"));
}

}  // namespace store
