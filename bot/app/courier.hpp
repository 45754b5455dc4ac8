// Takes what was planned from the outbox to the networks. Every attempt is written down before and after it
// is made, so that a crash at any point leaves a row that tells what may have happened.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/ports.hpp"
#include "domain/store.hpp"

namespace app {

class Flock;

class Courier {
 public:
  using Jitter = std::function<double()>;  // 0 <= value < 1
  using OnSent = std::function<void(const domain::OutboxRow&)>;
  // One thread at a time calls run_due(). `on_sent` is told after each row that reached its network.
  Courier(Ports ports, const Flock& flock, Jitter jitter, OnSent on_sent = {});

  // Tries everything that is due once. True when the store changed.
  bool run_due();
  std::optional<base::Instant> next_due();

 private:
  using Thread = std::pair<domain::NetworkKind, std::string>;
  bool write(const std::function<void(domain::Tables&)>& work);
  void read(const std::function<void(domain::Tables&)>& work);
  bool take_back();
  std::vector<domain::OutboxRow> due_rows(std::set<Thread>& busy);
  // These give false while the row is still under way: the next ones of its thread wait.
  bool carry(const domain::OutboxRow& row);
  bool deliver(const domain::OutboxRow& row, domain::Network& network);
  bool is_away(domain::NetworkKind network) const;
  void note_answer(domain::NetworkKind network, const base::Result<domain::Published>& result);
  bool settle_attempt(const domain::OutboxRow& tried, domain::Network& network,
                      const base::Result<domain::Published>& result);
  bool look(const domain::OutboxRow& doubtful, domain::Network& network);
  std::optional<domain::Utterance> claim(const domain::OutboxRow& planned);
  base::Duration backoff(int attempts) const;

  const Ports ports_;
  const Flock& flock_;
  const Jitter jitter_;
  const OnSent on_sent_;
  struct Away {
    int in_a_row = 0;       // attempts that the network had no time for
    base::Instant until{};  // nothing more is tried there before
  };
  std::map<domain::NetworkKind, Away> away_;
  std::optional<base::Instant> withdraw_after_;
  int failed_withdrawals_ = 0;
};

}  // namespace app
