#include "cli/supervise.hpp"

#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <iostream>

namespace cli {
namespace {

constexpr int usual_pause_ms = 10'000;

// Half of what systemd's watchdog allows, so that one late wake-up is no death sentence.
int pause_ms() {
  std::uint64_t watchdog_us = 0;
  if (::sd_watchdog_enabled(0, &watchdog_us) <= 0) return usual_pause_ms;
  return static_cast<int>(watchdog_us / 2000);
}

void reload(WholeBot& bot, spdlog::logger& log) {
  ::sd_notify(0, "RELOADING=1");
  const base::Status done = bot.reload();
  if (done) {
    log.info("the cohorts' files were read again");
  } else {
    log.warn("reload: {}", done.error().message);
  }
  ::sd_notify(0, "READY=1");
}

}  // namespace

void supervise(WholeBot& bot, const Signals& signals, spdlog::logger& log) {
  const int pause = pause_ms();
  ::sd_notify(0, "READY=1");
  for (;;) {
    const int signal = signals.wait(pause);
    if (signal == SIGHUP) reload(bot, log);
    if (signal == SIGTERM || signal == SIGINT) break;
    if (bot.is_alive()) ::sd_notify(0, "WATCHDOG=1");
  }
  ::sd_notify(0, "STOPPING=1");
}

bool report_settings(const Settings& settings) {
  std::cerr << rulefile::to_text(settings.diagnostics, false);
  return rulefile::has_errors(settings.diagnostics);
}

}  // namespace cli
