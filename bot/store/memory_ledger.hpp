// The ledger in memory.
#pragma once

#include <string>
#include <vector>

#include "domain/store.hpp"
#include "store/undo.hpp"

namespace store {

class MemoryLedger final : public domain::Ledger {
 public:
  explicit MemoryLedger(Journal& journal);

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

  // For an erasure.
  void remove_of_person(const domain::AccountKey& person);
  void remove_of_cause(domain::NetworkKind network, const std::string& cause);

 private:
  struct Row {
    domain::LedgerRow entry;
    bool given_back = false;
  };
  // What limits count: all that one rule did for one cause.
  struct Firing {
    std::string rule;
    base::Instant at{};
    domain::NetworkKind network = domain::NetworkKind::practice;
    std::string account;
    std::string thread;
    std::string cohort;
    bool given_back = false;
  };
  void remove(std::int64_t id);
  void index(const domain::LedgerRow& row, std::int64_t id, void (Index::*change)(const std::string&, Timed));
  void update_firing(const domain::LedgerRow& row);
  void index(const Firing& firing, std::int64_t id, void (Index::*change)(const std::string&, Timed));

  Numbered<Row> rows_;
  Index by_cause_;
  Index by_person_;
  Index by_thread_;
  Index speech_of_cohort_;
  Index said_on_network_;
  Index decided_on_network_;
  Index by_time_;
  Numbered<Firing> firings_;
  Index firings_of_person_;
  Index firings_in_thread_;
  Index firings_of_rule_;
  Table<std::string, std::map<std::string, base::Instant>> last_runs_;
};

}  // namespace store
