// What a running bot's main thread does: obeys signals, tells systemd that it lives.
#pragma once

#include "cli/runtime.hpp"
#include "cli/whole_bot.hpp"

namespace cli {

// Returns on SIGTERM or SIGINT. SIGHUP reads the cohorts' files again.
void supervise(WholeBot& bot, const Signals& signals, spdlog::logger& log);

// Prints what is wrong with the settings; true when the service must not start with them.
bool report_settings(const Settings& settings);

}  // namespace cli
