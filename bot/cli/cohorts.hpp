// Which cohorts a command is about, and their rules as loaded from disk.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/arguments.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/service_config.hpp"

namespace rulefile {
struct ReadOptions;
}  // namespace rulefile
namespace rules {
class Ruleset;
}  // namespace rules

namespace cli {

// The service's settings as the command line names them: --config, else config/flockmate.yaml, else
// /etc/flockmate/flockmate.yaml, else the defaults with the shipped pack as the only cohort.
struct Settings {
  rulefile::ServiceConfig config;
  std::filesystem::path file;  // "" for the defaults
  std::vector<rulefile::Diagnostic> diagnostics;
};
base::Result<Settings> load_settings(const Arguments& arguments);

// The folders the command is about: its PATHs, else --rules, else the config's (--cohort picks one by its
// folder's name).
base::Result<std::vector<std::filesystem::path>> cohort_folders(const Arguments& arguments,
                                                                const Settings& settings);

// Where no folder and no settings were named, says on stderr that it is about the shipped pack, and how to
// name a course.
void tell_which_course(const Arguments& arguments, const Settings& settings);

// What the reader of rule files needs from the settings.
rulefile::ReadOptions read_options(const Settings& settings, base::Instant now);

// Where Mastodon's handles without a server are at home: where the bot's full handle says, else its server;
// "" without such an account.
std::string home_of(const rulefile::ServiceConfig& config);

// A cohort ready to decide. `diagnostics` holds what is wrong with its files; bad ones are left out.
struct LoadedCohort {
  rulefile::CohortFiles files;
  std::shared_ptr<const rules::Ruleset> ruleset;
  std::vector<rulefile::Diagnostic> diagnostics;
  std::string home{};  // by the settings, where they were asked
};
base::Result<LoadedCohort> load_cohort(const std::filesystem::path& folder,
                                       const rulefile::ReadOptions& options,
                                       const std::string& known_as = "");

// For commands about one cohort: its folder loaded, mistakes told on stderr. An error is ready to be printed.
// `known_as`: the cohort's name where it is not the folder's, as of old rules that lie elsewhere.
base::Result<LoadedCohort> load_one_cohort(const Arguments& arguments, base::Instant now,
                                           const std::string& known_as = "");

// In which language mistakes are told: --language, else what LC_ALL, LC_MESSAGES or LANG asks for, else
// English.
rulefile::Language language_of(const Arguments& arguments);

// Prints "flockmate: MESSAGE" on stderr and gives `exit_code` back.
int complain(const std::string& message, int exit_code);

}  // namespace cli
