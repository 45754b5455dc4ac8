#include "app/courier.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/attempt.hpp"
#include "app/clearance.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "app/withdrawals.hpp"

namespace app {
namespace {

using domain::DeliveryState;
using domain::OutboxRow;
using domain::Tables;

constexpr std::size_t rows_per_turn = 200;
// One post may be late for reasons of its own; so many in a row and it is the network.
constexpr int enough_to_be_away = 3;

bool is_under_way(const OutboxRow& row) {
  return row.state == DeliveryState::sending || row.state == DeliveryState::in_doubt ||
         (row.state == DeliveryState::planned && row.attempts > 0);
}

}  // namespace

Courier::Courier(Ports ports, const Flock& flock, Jitter jitter, OnSent on_sent)
    : ports_(std::move(ports)), flock_(flock), jitter_(std::move(jitter)), on_sent_(std::move(on_sent)) {}

bool Courier::write(const std::function<void(Tables&)>& work) {
  const auto written = ports_.store.write([&](Tables& tables) -> base::Status {
    work(tables);
    return {};
  });
  if (!written) ports_.log->error("deliveries cannot be written: {}", written.error().message);
  return written.ok();
}

void Courier::read(const std::function<void(Tables&)>& work) {
  const auto done = ports_.store.read([&](Tables& tables) -> base::Status {
    work(tables);
    return {};
  });
  if (!done) ports_.log->error("the outbox cannot be read: {}", done.error().message);
}

std::optional<base::Instant> Courier::next_due() {
  std::optional<base::Instant> next;
  read([&](Tables& tables) {
    next = tables.outbox.next_due();
    if (planned_withdrawals(tables).empty()) return;
    const base::Instant again = withdraw_after_.value_or(ports_.clock.now());
    next = next ? std::min(*next, again) : again;
  });
  return next;
}

bool Courier::run_due() {
  bool any = take_back();
  std::set<Thread> busy;  // an earlier reply there is under way: the next one of the thread waits for it
  for (const OutboxRow& row : due_rows(busy)) {
    const Thread thread{row.network, row.thread};
    if (is_away(row.network) || (!row.thread.empty() && busy.contains(thread))) continue;
    if (!carry(row)) busy.insert(thread);
    any = true;
  }
  return any;
}

std::vector<OutboxRow> Courier::due_rows(std::set<Thread>& busy) {
  const base::Instant now = ports_.clock.now();
  std::vector<OutboxRow> rows;
  read([&](Tables& tables) {
    rows = tables.outbox.due(now, rows_per_turn);
    if (rows.empty()) return;
    for (const std::string& cohort : flock_.cohorts()) {
      for (const OutboxRow& row : tables.outbox.open(cohort)) {
        if (is_under_way(row) && row.not_before > now) busy.emplace(row.network, row.thread);
      }
    }
  });
  return rows;
}

bool Courier::carry(const OutboxRow& row) {
  const auto network = ports_.networks.find(row.network);
  if (network == ports_.networks.end()) {
    const base::Instant now = ports_.clock.now();
    return write(
        [&](Tables& tables) { turn_into_draft(tables, row, "the bot no longer has an account there", now); });
  }
  if (row.state == DeliveryState::planned) return deliver(row, *network->second);
  return look(row, *network->second);  // in doubt; or found as "sending" after a restart, which is the same
}

bool Courier::deliver(const OutboxRow& row, domain::Network& network) {
  const auto utterance = claim(row);
  if (!utterance) return true;
  const auto result = network.publish(*utterance);
  note_answer(row.network, result);
  return settle_attempt(row, network, result);
}

bool Courier::is_away(domain::NetworkKind network) const {
  const auto away = away_.find(network);
  return away != away_.end() && ports_.clock.now() < away->second.until;
}

// While a network is away the rows that wait for it are not tried one after the other: each would be put off
// further every time, and be late when the network is back.
void Courier::note_answer(domain::NetworkKind network, const base::Result<domain::Published>& result) {
  if (result || result.error().kind != base::ErrorKind::unavailable) {
    away_.erase(network);
    return;
  }
  Away& away = away_[network];
  if (++away.in_a_row < enough_to_be_away) return;
  away.until = ports_.clock.now() + backoff(away.in_a_row - enough_to_be_away + 1);
}

// Written before the attempt. None: it is not to be said, or not now.
std::optional<domain::Utterance> Courier::claim(const OutboxRow& planned) {
  const base::Instant now = ports_.clock.now();
  std::optional<domain::Utterance> utterance;
  const bool written = write([&](Tables& tables) {
    utterance.reset();
    auto row = tables.outbox.find(planned.key);
    if (!row || row->state != DeliveryState::planned) return;
    const Fitness fitness = fitness_of(tables, flock_, *row, now);
    switch (fitness.kind) {
      case Fitness::Kind::drop:
        return tables.outbox.remove(row->key);
      case Fitness::Kind::draft:
        return turn_into_draft(tables, *row, fitness.reason, now);
      case Fitness::Kind::hold:
        row->not_before = fitness.until;
        row->reason = fitness.reason;
        return tables.outbox.update(*row);
      case Fitness::Kind::send:
        row->state = DeliveryState::sending;
        ++row->attempts;
        tables.outbox.update(*row);
        utterance = utterance_of(tables, *row);
    }
  });
  return written ? std::move(utterance) : std::nullopt;
}

// Written after the attempt. When that fails the row stays "sending", and is looked up like one in doubt. A
// row that is gone belonged to somebody who was forgotten meanwhile.
bool Courier::settle_attempt(const OutboxRow& tried, domain::Network& network,
                             const base::Result<domain::Published>& result) {
  if (!result) {
    ports_.log->warn("the {} of the rule {} on {} was not sent: {}", domain::to_word(tried.kind), tried.rule,
                     domain::to_word(tried.network), result.error().message);
  }
  std::optional<OutboxRow> row;
  Aftermath aftermath;
  const bool written = write([&](Tables& tables) {
    aftermath = {};
    row = tables.outbox.find(tried.key);
    if (result) note_accepted(tables, tried.network);
    if (!result && result.error().kind == base::ErrorKind::refused) {
      note_refused(tables, flock_, tried.network, result.error().message, ports_.clock.now(), aftermath);
    }
    if (!row) {
      if (result) plan_withdrawal(tables, {tried.network, result->id});
    } else if (result) {
      note_published(tables, *row, *result, network.self(), ports_.clock.now());
    } else {
      note_failure(tables, *row, result.error(), backoff(row->attempts), ports_.clock.now());
    }
  });
  if (written && row && result && on_sent_) on_sent_(*row);
  if (written) settle(aftermath, ports_);
  return written && !(row && is_under_way(*row));
}

bool Courier::look(const OutboxRow& doubtful, domain::Network& network) {
  std::optional<domain::Utterance> utterance;
  const bool written = write([&](Tables& tables) {
    utterance.reset();
    auto row = tables.outbox.find(doubtful.key);
    if (!row) return;
    if (row->state == DeliveryState::sending) {
      row->state = DeliveryState::in_doubt;
      row->attempts = 1;
      tables.outbox.update(*row);
    }
    utterance = utterance_of(tables, *row);
  });
  if (!written || !utterance) return written;
  const auto found = network.look_up(*utterance);
  if (found && *found) return settle_attempt(doubtful, network, **found);
  std::optional<OutboxRow> row;
  const bool noted = write([&](Tables& tables) {
    row = tables.outbox.find(doubtful.key);
    if (!row) return;
    if (found) {
      note_not_there(tables, *row, ports_.clock.now());
    } else {
      note_unknown(tables, *row, found.error(), ports_.clock.now());
    }
  });
  return noted && !(row && is_under_way(*row));
}

bool Courier::take_back() {
  const base::Instant now = ports_.clock.now();
  if (withdraw_after_ && now < *withdraw_after_) return false;
  std::vector<domain::PostKey> planned;
  read([&](Tables& tables) { planned = planned_withdrawals(tables); });
  bool failed = false;
  for (const domain::PostKey& said : planned) {
    const auto network = ports_.networks.find(said.network);
    const auto done = network == ports_.networks.end() ? base::Status{} : network->second->withdraw(said.id);
    if (!done) ports_.log->warn("a reply could not be taken back: {}", done.error().message);
    if (!done && done.error().kind == base::ErrorKind::unavailable) {
      failed = true;
    } else {
      write([&](Tables& tables) { finish_withdrawal(tables, said); });
    }
  }
  failed_withdrawals_ = failed ? failed_withdrawals_ + 1 : 0;
  withdraw_after_ = failed ? std::optional(now + backoff(failed_withdrawals_)) : std::nullopt;
  return !planned.empty();
}

// 2 s, doubled each time up to 10 minutes, less up to half of it by chance so that not all come back at once.
base::Duration Courier::backoff(int attempts) const {
  const double longest = std::min(600.0, 2.0 * (1 << std::clamp(attempts - 1, 0, 12)));
  return std::chrono::milliseconds{static_cast<std::int64_t>(longest * 1000 * (1 - jitter_() / 2))};
}

}  // namespace app
