#include "app/pulse.hpp"

#include <algorithm>

#include "domain/action.hpp"

namespace app {
namespace {

using domain::ActionKind;

constexpr std::array speech{ActionKind::reply, ActionKind::post, ActionKind::boost};

std::size_t place_of(domain::NetworkKind network) {
  return static_cast<std::size_t>(network);
}

}  // namespace

Pulse::Pulse() = default;

base::Duration Pulse::since(const Moment& moment) {
  const Steady::rep begun = moment;
  if (begun == 0) return base::Duration{0};
  return std::chrono::duration_cast<base::Duration>(Steady::duration{now() - begun});
}

void Pulse::heard(domain::NetworkKind network) {
  Counts& counts = networks_.at(place_of(network));
  ++counts.heard;
  counts.last_heard = now();
  Steady::rep nothing_waits = 0;
  waiting_since_.compare_exchange_strong(nothing_waits, now());
}

void Pulse::committed(const std::map<domain::NetworkKind, int>& decided, std::size_t queued) {
  for (const auto& [network, count] : decided) {
    networks_.at(place_of(network)).decided += static_cast<std::uint64_t>(count);
  }
  waiting_since_ = queued == 0 ? 0 : now();
}

void Pulse::sending() {
  sending_since_ = now();
}

void Pulse::said(domain::NetworkKind network, ActionKind kind) {
  const auto* const found = std::find(speech.begin(), speech.end(), kind);
  if (found == speech.end()) return;
  ++networks_.at(place_of(network)).said.at(static_cast<std::size_t>(found - speech.begin()));
}

void Pulse::sent() {
  sending_since_ = 0;
}

Vitals::OfNetwork Pulse::of(domain::NetworkKind network) const {
  const Counts& counts = networks_.at(place_of(network));
  Vitals::OfNetwork vitals;
  vitals.network = network;
  vitals.heard = counts.heard;
  vitals.decided = counts.decided;
  for (std::size_t i = 0; i < speech.size(); ++i) vitals.said[speech.at(i)] = counts.said.at(i);
  vitals.since_last_heard = since(counts.last_heard);
  return vitals;
}

base::Duration Pulse::undecided() const {
  return since(waiting_since_);
}

base::Duration Pulse::being_sent() const {
  return since(sending_since_);
}

}  // namespace app
