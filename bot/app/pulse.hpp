// Signs of life of the running service, counted since it started. By the machine's own clock, whatever clock
// the course runs by. Thread-safe; nothing here waits.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

#include "app/vitals.hpp"

namespace app {

class Pulse {
 public:
  Pulse();

  void heard(domain::NetworkKind network);
  // A transaction is on disk; `queued`: how much waits for the next one.
  void committed(const std::map<domain::NetworkKind, int>& decided, std::size_t queued);
  void sending();  // deliveries begin, or go on after one of them
  void said(domain::NetworkKind network, domain::ActionKind kind);
  void sent();  // deliveries rest

  // The part of the vitals that is counted here.
  Vitals::OfNetwork of(domain::NetworkKind network) const;
  base::Duration undecided() const;
  base::Duration being_sent() const;

 private:
  using Steady = std::chrono::steady_clock;
  using Moment = std::atomic<Steady::rep>;  // 0: none
  static Steady::rep now() { return Steady::now().time_since_epoch().count(); }
  static base::Duration since(const Moment& moment);

  static constexpr std::size_t kinds_of_speech = 3;
  struct Counts {
    std::atomic<std::uint64_t> heard{0};
    std::atomic<std::uint64_t> decided{0};
    std::array<std::atomic<std::uint64_t>, kinds_of_speech> said{};
    Moment last_heard{now()};
  };
  std::array<Counts, 4> networks_;
  Moment waiting_since_{0};
  Moment sending_since_{0};
};

}  // namespace app
