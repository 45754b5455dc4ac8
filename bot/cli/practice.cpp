#include <spdlog/spdlog.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/runtime.hpp"
#include "cli/supervise.hpp"
#include "cli/whole_bot.hpp"

namespace cli {

int practice(const Arguments& arguments) {
  const Signals signals;
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  if (report_settings(*settings)) return cannot_start;
  const auto cohorts = cohort_folders(arguments, *settings);
  if (!cohorts) return complain(cohorts.error().message, wrong_usage);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  BotOptions options;
  options.settings = *settings;
  options.cohorts = *cohorts;
  options.state = *state;
  options.port = arguments.port;
  options.log = make_log();
  const auto bot = WholeBot::start(options);
  if (!bot) return complain(bot.error().message, cannot_start);
  tell_which_course(arguments, *settings);
  std::cout << "The practice room is open: " << (*bot)->address() << "\n"
            << "Its timeline is kept in " << state->string() << ". Stop with Ctrl-C." << std::endl;
  supervise(**bot, signals, *options.log);
  return fine;
}

}  // namespace cli
