#include "store/decision_json.hpp"
#include "store/sqlite_tables.hpp"

namespace store {

void SqliteTraces::add(const std::string& cohort, const domain::PostKey& cause,
                       const domain::Decision& decision) {
  connection_.run("INSERT INTO traces (cohort, network, cause, at, decision) VALUES (?1, ?2, ?3, ?4, ?5)",
                  cohort, cause.network, cause.id, decision.trace.at, to_json(decision));
}

std::vector<domain::Decision> SqliteTraces::of_post(const domain::PostKey& post) {
  std::vector<domain::Decision> decisions;
  connection_.each(
      "SELECT decision FROM traces WHERE network=?1 AND cause=?2 ORDER BY id",
      [&](Row& row) { decisions.push_back(decision_from_json(row.text())); }, post.network, post.id);
  return decisions;
}

std::size_t SqliteTraces::forget_before(base::Instant before) {
  return static_cast<std::size_t>(connection_.run("DELETE FROM traces WHERE at<?1", before));
}

}  // namespace store
