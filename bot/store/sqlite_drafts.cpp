#include "store/sqlite_tables.hpp"

namespace store {

using domain::Draft;
using domain::DraftState;

#define DRAFT_COLUMNS                                                                                  \
  "key, cohort, network, cause, rule, place, kind, text, language, post_id, account, thread, reason, " \
  "created_at, "                                                                                       \
  "state"

namespace {

Draft read_draft(Row& row) {
  Draft draft;
  draft.key = row.text();
  draft.cohort = row.text();
  draft.network = row.word(domain::NetworkKind::x);
  draft.cause = row.text();
  draft.rule = row.text();
  draft.index = row.small();
  draft.kind = row.word(domain::ActionKind::send_digest);
  draft.text = row.text();
  draft.language = row.text();
  draft.post_id = row.text();
  draft.account = row.text();
  draft.thread = row.text();
  draft.reason = row.text();
  draft.created_at = row.instant();
  draft.state = row.word(DraftState::closed);
  return draft;
}

}  // namespace

void SqliteDrafts::add(const Draft& draft) {
  connection_.run(
      "INSERT INTO drafts (" DRAFT_COLUMNS
      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING",
      draft.key, draft.cohort, draft.network, draft.cause, draft.rule, draft.index, draft.kind, draft.text,
      draft.language, draft.post_id, draft.account, draft.thread, draft.reason, draft.created_at,
      draft.state);
}

std::optional<Draft> SqliteDrafts::find(const std::string& key) {
  return connection_.first("SELECT " DRAFT_COLUMNS " FROM drafts WHERE key=?1", read_draft, key);
}

void SqliteDrafts::set_state(const std::string& key, DraftState state) {
  connection_.run("UPDATE drafts SET state=?2 WHERE key=?1", key, state);
}

void SqliteDrafts::set_text(const std::string& key, const std::string& text) {
  connection_.run("UPDATE drafts SET text=?2 WHERE key=?1", key, text);
}

std::vector<Draft> SqliteDrafts::open(const std::string& cohort) {
  std::vector<Draft> drafts;
  connection_.each(
      "SELECT " DRAFT_COLUMNS " FROM drafts WHERE cohort=?1 AND state='open' ORDER BY created_at, rowid",
      [&](Row& row) { drafts.push_back(read_draft(row)); }, cohort);
  return drafts;
}

std::vector<Draft> SqliteDrafts::of_post(const domain::PostKey& post) {
  std::vector<Draft> drafts;
  connection_.each(
      "SELECT " DRAFT_COLUMNS " FROM drafts WHERE network=?1 AND post_id=?2 ORDER BY created_at, rowid",
      [&](Row& row) { drafts.push_back(read_draft(row)); }, post.network, post.id);
  return drafts;
}

void SqliteDrafts::remove_open_of_post(const domain::PostKey& post) {
  connection_.run("DELETE FROM drafts WHERE network=?1 AND post_id=?2 AND state='open'", post.network,
                  post.id);
}

std::map<std::string, std::pair<int, int>> SqliteDrafts::outcomes(const std::string& cohort) {
  std::map<std::string, std::pair<int, int>> outcomes;
  connection_.each(
      "SELECT rule, sum(state='sent'), sum(state='dismissed') FROM drafts "
      "WHERE cohort=?1 AND state IN ('sent', 'dismissed') GROUP BY rule",
      [&](Row& row) {
        const std::string rule = row.text();
        const int sent = row.small();
        outcomes[rule] = {sent, row.small()};
      },
      cohort);
  return outcomes;
}

std::size_t SqliteDrafts::erase_texts_before(const std::string& cohort, base::Instant before) {
  connection_.run(
      "UPDATE drafts SET text='' WHERE cohort=?1 AND created_at<?2 AND text<>'' AND state<>'open'", cohort,
      before);
  return static_cast<std::size_t>(connection_.number("SELECT changes()"));
}

}  // namespace store
