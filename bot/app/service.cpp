#include "app/service.hpp"

#include <spdlog/spdlog.h>

#include "app/facts.hpp"
#include "app/flock.hpp"
#include "app/spent_money.hpp"

namespace app {
namespace {

constexpr std::chrono::milliseconds look_around{250};  // how soon a clock moved by hand is noticed

}  // namespace

Service::Service(Ports ports, Flock& flock, Reload& reload, Changes& changes, Courier::Jitter jitter)
    : ports_(std::move(ports)),
      flock_(flock),
      reload_(reload),
      changes_(changes),
      decider_(flock, ports_.networks, ports_.log),
      pipeline_(decider_, ports_, [this](const Aftermath& aftermath) { committed(aftermath); }),
      courier_(ports_, flock, std::move(jitter),
               [this](const domain::OutboxRow& row) {
                 pulse_.said(row.network, row.kind);
                 pulse_.sending();
               }),
      scheduler_(decider_, ports_, flock, [this](Errand errand) { return pipeline_.run(std::move(errand)); }),
      draft_threads_(decider_, ports_, flock,
                     [this](Errand errand) { return pipeline_.run(std::move(errand)); }),
      attention_(ports_, flock),
      courier_thread_([this] { deliver(); }, look_around),
      scheduler_thread_(
          [this] {
            scheduler_.run_due();
            draft_threads_.look();
            tell_spent_money();
            attention_.look();
          },
          look_around) {}

Service::~Service() {
  stop();
}

void Service::deliver() {
  pulse_.sending();
  if (courier_.run_due()) changes_.notify();
  pulse_.sent();
}

void Service::committed(const Aftermath& aftermath) {
  pulse_.committed(aftermath.decided, pipeline_.queued());
  if (aftermath.speech) courier_thread_.nudge();
  changes_.notify();
}

base::Status Service::start() {
  auto ready = change([&](domain::Tables& tables) -> base::Status {
    for (const std::string& cohort : flock_.cohorts()) running_since(tables, cohort, ports_.clock.now());
    return {};
  });
  if (!ready) return ready;
  if (auto used = apply_policy(policy()); !used) return used;
  tell_rule_problems();
  running_ = true;
  pipeline_.start();
  courier_thread_.start();
  scheduler_thread_.start();
  if (auto listening = listen(); !listening) {
    stop();
    return listening;
  }
  ports_.log->info("running {} cohort(s) on {} network(s)", flock_.cohorts().size(), ports_.networks.size());
  return {};
}

base::Status Service::listen() {
  for (const auto& [kind, network] : ports_.networks) {
    std::string cursor;
    auto read = ports_.store.read([&, kind = kind](domain::Tables& tables) -> base::Status {
      cursor = tables.settings.get(Pipeline::cursor_key(kind));
      return {};
    });
    if (!read) return read;
    const auto sink = [this, kind = kind](domain::PostEvent event) {
      pulse_.heard(kind);
      return pipeline_.hear(std::move(event));
    };
    if (auto listening = network->listen(cursor, sink); !listening) return listening;
  }
  return {};
}

void Service::tell_spent_money() {
  bool news = false;
  (void)ports_.store.read([&](domain::Tables& tables) -> base::Status {  // what fails is tried again soon
    news = is_money_spent_untold(tables, ports_.networks);
    return {};
  });
  if (!news) return;
  Aftermath aftermath;
  const auto written = change([&](domain::Tables& tables) -> base::Status {
    aftermath = {};
    app::tell_spent_money(tables, ports_.networks, flock_, ports_.clock.now(), aftermath);
    return {};
  });
  if (written) settle(aftermath, ports_);
}

// In the order of the flow: what was heard is decided and nothing more is taken (its cursor stays behind it),
// so that a listener that waits for room is let go; then what is being sent is noted.
void Service::stop() {
  if (!running_) return;
  running_ = false;
  pipeline_.stop();
  for (const auto& [kind, network] : ports_.networks) network->stop_listening();
  scheduler_thread_.stop();
  courier_thread_.stop();
  ports_.log->info("stopped");
}

}  // namespace app
