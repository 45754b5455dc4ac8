#include "store/memory_ledger.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace store {

using domain::AccountKey;
using domain::ActionKind;
using domain::LedgerRow;

namespace {

constexpr std::chrono::hours budget_day{24};
constexpr std::chrono::hours breaker_reach{1};

std::string network_key(domain::NetworkKind network, std::string_view id = "") {
  return joined({to_word(network), id});
}
std::string row_key(const LedgerRow& row) {
  return joined({row.cohort, to_word(row.network), row.cause, row.rule, std::to_string(row.index)});
}

}  // namespace

MemoryLedger::MemoryLedger(Journal& journal)
    : rows_(journal),
      by_cause_(journal),
      by_person_(journal),
      by_thread_(journal),
      speech_of_cohort_(journal),
      said_on_network_(journal),
      decided_on_network_(journal),
      by_time_(journal),
      firings_(journal),
      firings_of_person_(journal),
      firings_in_thread_(journal),
      firings_of_rule_(journal),
      last_runs_(journal) {}

void MemoryLedger::add(const LedgerRow& row) {
  if (const auto known = rows_.id_of(row_key(row))) remove(*known);
  const std::int64_t id = rows_.put(row_key(row), {row, false});
  index(row, id, &Index::insert);
  update_firing(row);
}

void MemoryLedger::give_back(const std::string& cohort, domain::NetworkKind network, const std::string& cause,
                             const std::string& rule, int index) {
  const std::string key = joined({cohort, to_word(network), cause, rule, std::to_string(index)});
  const Row* row = rows_.find(key);
  if (row == nullptr) return;
  const LedgerRow entry = row->entry;
  rows_.put(key, {entry, true});
  update_firing(entry);
}

std::vector<domain::Acted> MemoryLedger::acted(const std::string& cohort, domain::NetworkKind network,
                                               const std::string& cause) {
  std::vector<domain::Acted> acted;
  for (const Timed& entry : by_cause_.of(network_key(network, cause))) {
    const Row& row = rows_.at(entry.row);
    if (row.entry.cohort == cohort && !row.given_back)
      acted.push_back({row.entry.rule, row.entry.index, row.entry.kind});
  }
  return acted;
}

std::vector<domain::Fired> MemoryLedger::fired(const std::string& cohort, const AccountKey& person,
                                               const std::string& thread,
                                               const std::vector<std::string>& rules, base::Instant since) {
  std::vector<Timed> entries;
  const auto take = [&](const std::vector<Timed>& more) {
    entries.insert(entries.end(), more.begin(), more.end());
  };
  if (!person.id.empty()) take(firings_of_person_.of(network_key(person.network, person.id)));
  if (!thread.empty()) take(firings_in_thread_.of(network_key(person.network, thread)));
  for (const std::string& rule : rules) take(firings_of_rule_.since(joined({cohort, rule}), since));
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::vector<domain::Fired> fired;
  for (const Timed& entry : entries) {
    const Firing& one = firings_.at(entry.row);
    const bool asked = std::find(rules.begin(), rules.end(), one.rule) != rules.end();
    if (!asked || one.given_back || one.cohort != cohort) continue;
    const bool same_network = one.network == person.network;
    fired.push_back({.rule = one.rule,
                     .at = one.at,
                     .for_this_person = same_network && !person.id.empty() && one.account == person.id,
                     .in_this_thread = same_network && !thread.empty() && one.thread == thread});
  }
  return fired;
}

domain::Spoken MemoryLedger::spoken(const std::string& cohort, const AccountKey& person,
                                    const std::string& thread, base::Instant now) {
  domain::Spoken spoken;
  const auto take = [&](const std::vector<Timed>& entries, bool replies_only,
                        std::vector<base::Instant>& into) {
    for (const Timed& entry : entries) {
      const Row& row = rows_.at(entry.row);
      const bool fits = !replies_only || (row.entry.kind == ActionKind::reply && row.entry.cohort == cohort);
      if (fits && !row.given_back) into.push_back(entry.at);
    }
  };
  if (!person.id.empty()) {
    take(by_person_.since(network_key(person.network, person.id), now - budget_day), true, spoken.to_person);
  }
  if (!thread.empty()) take(by_thread_.of(network_key(person.network, thread)), true, spoken.in_thread);
  take(speech_of_cohort_.since(cohort, now - budget_day), false, spoken.in_cohort);
  for (const Timed& entry : decided_on_network_.since(network_key(person.network), now - breaker_reach)) {
    spoken.by_account.push_back(entry.at);
  }
  return spoken;
}

std::vector<std::uint64_t> MemoryLedger::said_here(const AccountKey& person, const std::string& thread,
                                                   base::Instant since) {
  std::set<std::uint64_t> hashes;
  const auto take = [&](const Index& index, const std::string& id) {
    if (id.empty()) return;
    for (const Timed& entry : index.since(network_key(person.network, id), since)) {
      const Row& row = rows_.at(entry.row);
      if (row.entry.text_hash != 0 && !row.given_back) hashes.insert(row.entry.text_hash);
    }
  };
  take(by_person_, person.id);
  take(by_thread_, thread);
  return {hashes.begin(), hashes.end()};
}

std::vector<base::Instant> MemoryLedger::said_at(domain::NetworkKind network, base::Instant since) {
  std::vector<base::Instant> instants;
  for (const Timed& entry : said_on_network_.since(network_key(network), since)) {
    if (!rows_.at(entry.row).given_back) instants.push_back(entry.at);
  }
  return instants;
}

std::vector<std::uint64_t> MemoryLedger::said_by_account(domain::NetworkKind network, base::Instant since) {
  std::set<std::uint64_t> hashes;
  for (const Timed& entry : said_on_network_.since(network_key(network), since)) {
    const Row& row = rows_.at(entry.row);
    if (!row.given_back) hashes.insert(row.entry.text_hash);
  }
  return {hashes.begin(), hashes.end()};
}

std::vector<domain::DueFacts::LastRun> MemoryLedger::last_runs(const std::string& cohort) {
  std::vector<domain::DueFacts::LastRun> runs;
  const auto* known = last_runs_.find(cohort);
  if (known == nullptr) return runs;
  for (const auto& [rule, at] : *known) runs.push_back({rule, at});
  return runs;
}

void MemoryLedger::set_last_run(const std::string& cohort, const std::string& rule, base::Instant at) {
  const auto* known = last_runs_.find(cohort);
  auto runs = known == nullptr ? std::map<std::string, base::Instant>{} : *known;
  runs[rule] = at;
  last_runs_.put(cohort, std::move(runs));
}

std::map<std::string, int> MemoryLedger::counts(const std::string& cohort, base::Instant since) {
  std::set<std::tuple<std::string, domain::NetworkKind, std::string>> firings;
  for (const Timed& entry : by_time_.since("", since)) {
    const LedgerRow& row = rows_.at(entry.row).entry;
    if (row.cohort == cohort) firings.emplace(row.rule, row.network, row.cause);
  }
  std::map<std::string, int> counts;
  for (const auto& [rule, network, cause] : firings) ++counts[rule];
  return counts;
}

void MemoryLedger::forget_before(base::Instant before) {
  const std::vector<Timed> entries = by_time_.of("");
  for (const Timed& entry : entries) {
    if (entry.at >= before) break;
    remove(entry.row);
  }
}

void MemoryLedger::remove_of_person(const AccountKey& person) {
  const std::vector<Timed> entries = by_person_.of(network_key(person.network, person.id));
  for (const Timed& entry : entries) remove(entry.row);
}

void MemoryLedger::remove_of_cause(domain::NetworkKind network, const std::string& cause) {
  const std::vector<Timed> entries = by_cause_.of(network_key(network, cause));
  for (const Timed& entry : entries) remove(entry.row);
}

void MemoryLedger::remove(std::int64_t id) {
  const LedgerRow row = rows_.at(id).entry;
  index(row, id, &Index::erase);
  rows_.erase(row_key(row));
  update_firing(row);
}

void MemoryLedger::index(const LedgerRow& row, std::int64_t id,
                         void (Index::*change)(const std::string&, Timed)) {
  const Timed entry{row.at, id};
  (by_cause_.*change)(network_key(row.network, row.cause), entry);
  (by_time_.*change)("", entry);
  if (!row.account.empty()) (by_person_.*change)(network_key(row.network, row.account), entry);
  if (!row.thread.empty()) (by_thread_.*change)(network_key(row.network, row.thread), entry);
  if (is_public_speech(row.kind)) (speech_of_cohort_.*change)(row.cohort, entry);
  if (row.text_hash != 0) (said_on_network_.*change)(network_key(row.network), entry);
  if (row.decided_reply) (decided_on_network_.*change)(network_key(row.network), entry);
}

// A rule may act more than once at a time: its limit counts that once, and not when any of it was given back.
void MemoryLedger::update_firing(const LedgerRow& row) {
  const std::string key = joined({row.cohort, to_word(row.network), row.cause, row.rule});
  if (const auto known = firings_.id_of(key)) {
    index(firings_.at(*known), *known, &Index::erase);
    firings_.erase(key);
  }
  std::optional<Firing> firing;
  for (const Timed& entry : by_cause_.of(network_key(row.network, row.cause))) {
    const Row& one = rows_.at(entry.row);
    if (one.entry.rule != row.rule || one.entry.cohort != row.cohort) continue;
    if (!firing) {
      firing =
          Firing{row.rule, entry.at, row.network, one.entry.account, one.entry.thread, row.cohort, false};
    }
    firing->given_back = firing->given_back || one.given_back;
  }
  if (firing) index(*firing, firings_.put(key, *firing), &Index::insert);
}

void MemoryLedger::index(const Firing& firing, std::int64_t id,
                         void (Index::*change)(const std::string&, Timed)) {
  const Timed entry{firing.at, id};
  (firings_of_rule_.*change)(joined({firing.cohort, firing.rule}), entry);
  if (!firing.account.empty())
    (firings_of_person_.*change)(network_key(firing.network, firing.account), entry);
  if (!firing.thread.empty()) (firings_in_thread_.*change)(network_key(firing.network, firing.thread), entry);
}

}  // namespace store
