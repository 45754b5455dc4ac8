#include <spdlog/spdlog.h>

#include "cli/commands.hpp"
#include "cli/credentials.hpp"
#include "cli/runtime.hpp"
#include "cli/supervise.hpp"
#include "cli/whole_bot.hpp"

namespace cli {
namespace {

// The hash of the facilitators' password; the pages are not shown to the world without one.
base::Result<std::string> password_hash(const Settings& settings) {
  if (settings.config.console_password.empty()) {
    return base::Error{
        base::ErrorKind::invalid,
        "the pages need a password. Put `console_password: console-password` into the config and the hash "
        "of a password into that credential (deploy/GUIDE.md says how)."};
  }
  return read_credential(settings.config.console_password);
}

}  // namespace

int run_service(const Arguments& arguments) {
  const Signals signals;
  auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  place_credentials(*settings);
  if (report_settings(*settings)) return cannot_start;
  const auto cohorts = cohort_folders(arguments, *settings);
  if (!cohorts) return complain(cohorts.error().message, wrong_usage);
  const auto hash = password_hash(*settings);
  if (!hash) return complain(hash.error().message, cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  BotOptions options;
  options.settings = *settings;
  options.cohorts = *cohorts;
  options.state = *state;
  options.practice = false;
  options.port = settings->config.listen.port;
  options.password_hash = *hash;
  options.log = make_log();
  const auto bot = WholeBot::start(options);
  if (!bot) return complain(bot.error().message, cannot_start);
  options.log->info("running; the facilitators' pages are at {}", (*bot)->address());
  supervise(**bot, signals, *options.log);
  options.log->info("stopped");
  return fine;
}

}  // namespace cli
