#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "store/sqlite_tables.hpp"

namespace store {

using domain::AccountKey;
using domain::ActionKind;
using domain::LedgerRow;
using domain::NetworkKind;

namespace {

constexpr std::chrono::hours budget_day{24};
constexpr std::chrono::hours breaker_reach{1};

struct FiredRow {
  std::string rule;
  base::Instant at{};
  NetworkKind network = NetworkKind::practice;
  std::string account;
  std::string thread;
  std::string cause;
};

FiredRow read_fired(Row& row) {
  FiredRow fired;
  fired.rule = row.text();
  fired.at = row.instant();
  fired.network = row.word(NetworkKind::x);
  fired.account = row.text();
  fired.thread = row.text();
  fired.cause = row.text();
  return fired;
}

}  // namespace

void SqliteLedger::add(const LedgerRow& row) {
  connection_.run("INSERT OR REPLACE INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)",
                  row.cohort, row.network, row.cause, row.rule, row.index, row.kind, row.account, row.thread,
                  row.at, row.text_hash, row.decided_reply);
}

void SqliteLedger::give_back(const std::string& cohort, NetworkKind network, const std::string& cause,
                             const std::string& rule, int index) {
  connection_.run(
      "UPDATE ledger SET given_back=1 WHERE network=?1 AND cause=?2 AND rule=?3 AND place=?4 AND cohort=?5",
      network, cause, rule, index, cohort);
}

std::vector<domain::Acted> SqliteLedger::acted(const std::string& cohort, NetworkKind network,
                                               const std::string& cause) {
  std::vector<domain::Acted> acted;
  connection_.each(
      "SELECT rule, place, kind FROM ledger WHERE network=?1 AND cause=?2 AND cohort=?3 AND NOT given_back "
      "ORDER BY at, rowid",
      [&](Row& row) {
        domain::Acted one;
        one.rule = row.text();
        one.index = row.small();
        one.kind = row.word(ActionKind::send_digest);
        acted.push_back(std::move(one));
      },
      network, cause, cohort);
  return acted;
}

// A rule may act more than once at a time: its limit counts that once, and not when any of it was given back.
std::vector<domain::Fired> SqliteLedger::fired(const std::string& cohort, const AccountKey& person,
                                               const std::string& thread,
                                               const std::vector<std::string>& rules, base::Instant since) {
  std::vector<domain::Fired> fired;
  std::set<std::tuple<NetworkKind, std::string, std::string>> seen;
  const std::string asked = nlohmann::json(rules).dump();
  connection_.each(
      "SELECT rule, at, network, account, thread, cause FROM ledger AS one WHERE rowid IN ("
      " SELECT rowid FROM ledger WHERE network=?2 AND account=?3 AND account<>''"
      " UNION SELECT rowid FROM ledger WHERE network=?2 AND thread=?4 AND thread<>''"
      " UNION SELECT rowid FROM ledger WHERE cohort=?1 AND rule IN (SELECT value FROM json_each(?5)) AND "
      "at>=?6) "
      "AND cohort=?1 AND rule IN (SELECT value FROM json_each(?5)) AND NOT EXISTS ("
      " SELECT 1 FROM ledger AS other WHERE other.network=one.network AND other.cause=one.cause"
      " AND other.rule=one.rule AND other.cohort=one.cohort AND other.given_back) ORDER BY at, rowid",
      [&](Row& row) {
        const FiredRow one = read_fired(row);
        if (!seen.emplace(one.network, one.cause, one.rule).second) return;
        const bool same_network = one.network == person.network;
        fired.push_back({.rule = one.rule,
                         .at = one.at,
                         .for_this_person = same_network && !person.id.empty() && one.account == person.id,
                         .in_this_thread = same_network && !thread.empty() && one.thread == thread});
      },
      cohort, person.network, person.id, thread, asked, since);
  return fired;
}

domain::Spoken SqliteLedger::spoken(const std::string& cohort, const AccountKey& person,
                                    const std::string& thread, base::Instant now) {
  domain::Spoken spoken;
  const auto into = [](std::vector<base::Instant>& instants) {
    return [&instants](Row& row) { instants.push_back(row.instant()); };
  };
  connection_.each(
      "SELECT at FROM ledger WHERE network=?1 AND account=?2 AND account<>'' AND at>=?3 AND cohort=?4 "
      "AND kind='reply' AND NOT given_back ORDER BY at",
      into(spoken.to_person), person.network, person.id, now - budget_day, cohort);
  connection_.each(
      "SELECT at FROM ledger WHERE network=?1 AND thread=?2 AND thread<>'' AND cohort=?3 AND kind='reply' "
      "AND NOT given_back ORDER BY at",
      into(spoken.in_thread), person.network, thread, cohort);
  connection_.each(
      "SELECT at FROM ledger WHERE cohort=?1 AND at>=?2 AND kind IN ('reply', 'post', 'boost') AND NOT "
      "given_back "
      "ORDER BY at",
      into(spoken.in_cohort), cohort, now - budget_day);
  connection_.each("SELECT at FROM ledger WHERE network=?1 AND at>=?2 AND decided_reply ORDER BY at",
                   into(spoken.by_account), person.network, now - breaker_reach);
  return spoken;
}

std::vector<std::uint64_t> SqliteLedger::said_here(const AccountKey& person, const std::string& thread,
                                                   base::Instant since) {
  std::set<std::uint64_t> hashes;
  const auto take = [&](Row& row) { hashes.insert(static_cast<std::uint64_t>(row.integer())); };
  connection_.each(
      "SELECT text_hash FROM ledger WHERE network=?1 AND account=?2 AND account<>'' AND at>=?3 AND "
      "text_hash<>0 "
      "AND NOT given_back",
      take, person.network, person.id, since);
  connection_.each(
      "SELECT text_hash FROM ledger WHERE network=?1 AND thread=?2 AND thread<>'' AND at>=?3 AND "
      "text_hash<>0 "
      "AND NOT given_back",
      take, person.network, thread, since);
  return {hashes.begin(), hashes.end()};
}

std::vector<base::Instant> SqliteLedger::said_at(NetworkKind network, base::Instant since) {
  std::vector<base::Instant> instants;
  connection_.each(
      "SELECT at FROM ledger WHERE network=?1 AND at>=?2 AND text_hash<>0 AND NOT given_back ORDER BY at",
      [&](Row& row) { instants.push_back(row.instant()); }, network, since);
  return instants;
}

std::vector<std::uint64_t> SqliteLedger::said_by_account(NetworkKind network, base::Instant since) {
  std::set<std::uint64_t> hashes;
  connection_.each(
      "SELECT text_hash FROM ledger WHERE network=?1 AND at>=?2 AND text_hash<>0 AND NOT given_back",
      [&](Row& row) { hashes.insert(static_cast<std::uint64_t>(row.integer())); }, network, since);
  return {hashes.begin(), hashes.end()};
}

std::vector<domain::DueFacts::LastRun> SqliteLedger::last_runs(const std::string& cohort) {
  std::vector<domain::DueFacts::LastRun> runs;
  connection_.each(
      "SELECT rule, at FROM last_runs WHERE cohort=?1 ORDER BY rule",
      [&](Row& row) {
        std::string rule = row.text();
        runs.push_back({std::move(rule), row.instant()});
      },
      cohort);
  return runs;
}

void SqliteLedger::set_last_run(const std::string& cohort, const std::string& rule, base::Instant at) {
  connection_.run("INSERT OR REPLACE INTO last_runs VALUES (?1, ?2, ?3)", cohort, rule, at);
}

std::map<std::string, int> SqliteLedger::counts(const std::string& cohort, base::Instant since) {
  std::map<std::string, int> counts;
  connection_.each(
      "SELECT rule, count(DISTINCT network || ' ' || cause) FROM ledger WHERE cohort=?1 AND at>=?2 GROUP BY "
      "rule",
      [&](Row& row) {
        const std::string rule = row.text();
        counts[rule] = row.small();
      },
      cohort, since);
  return counts;
}

void SqliteLedger::forget_before(base::Instant before) {
  connection_.run("DELETE FROM ledger WHERE at<?1", before);
}

}  // namespace store
