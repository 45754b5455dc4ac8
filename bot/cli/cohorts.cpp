#include "cli/cohorts.hpp"

#include <cstdlib>
#include <iostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/shipped.hpp"
#include "networks/url.hpp"
#include "rulefile/read.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

fs::path default_config() {
  for (const char* place : {"config/flockmate.yaml", "/etc/flockmate/flockmate.yaml"}) {
    std::error_code code;
    if (fs::is_regular_file(place, code)) return place;
  }
  return {};
}

Settings default_settings() {
  Settings settings;
  settings.config.state.clear();
  settings.config.cohorts.push_back(shipped_files().root / "rules");
  settings.config.networks[domain::NetworkKind::practice].handle = "flockmate";
  return settings;
}

std::string name_of(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

}  // namespace

base::Result<Settings> load_settings(const Arguments& arguments) {
  // A folder that was named needs no settings of a service: what is said of it is the same wherever one
  // stands.
  const bool named_folder = !arguments.paths.empty() || !arguments.rules.empty();
  if (arguments.config.empty() && named_folder) return default_settings();
  const fs::path file = arguments.config.empty() ? default_config() : fs::path(arguments.config);
  if (file.empty()) return default_settings();
  auto text = base::read_file(file);
  if (!text) return text.error();
  rulefile::ReadServiceConfig read = rulefile::read_service_config({file.string(), std::move(text).value()});
  Settings settings{std::move(read.config), file, std::move(read.diagnostics)};
  const fs::path beside = file.parent_path();
  for (fs::path& folder : settings.config.cohorts) folder = (beside / folder).lexically_normal();
  if (!settings.config.state.empty())
    settings.config.state = (beside / settings.config.state).lexically_normal();
  return settings;
}

base::Result<std::vector<fs::path>> cohort_folders(const Arguments& arguments, const Settings& settings) {
  if (!arguments.paths.empty()) return std::vector<fs::path>(arguments.paths.begin(), arguments.paths.end());
  if (!arguments.rules.empty()) return std::vector<fs::path>{arguments.rules};
  if (arguments.cohort.empty()) return settings.config.cohorts;
  std::vector<std::string> names;
  for (const fs::path& folder : settings.config.cohorts) {
    if (name_of(folder) == arguments.cohort) return std::vector<fs::path>{folder};
    names.push_back(name_of(folder));
  }
  return base::Error{base::ErrorKind::not_found, "there is no cohort \"" +
                                                     base::shorten(arguments.cohort, 40) +
                                                     "\". The config has: " + base::join(names, ", ") + "."};
}

void tell_which_course(const Arguments& arguments, const Settings& settings) {
  if (!settings.file.empty() || !arguments.paths.empty() || !arguments.rules.empty()) return;
  const bool takes_paths = arguments.command == "check" || arguments.command == "test";
  std::cerr << "No course was named: this is about the starter pack. For your own:  flockmate "
            << arguments.command << (takes_paths ? "" : " --rules") << " FOLDER\n";
}

rulefile::ReadOptions read_options(const Settings& settings, base::Instant now) {
  rulefile::ReadOptions options;
  options.now = now;
  options.policies = settings.config.policies;
  options.breaker_replies = settings.config.breaker_replies;
  options.breaker_minutes = settings.config.breaker_minutes;
  for (const auto& [network, account] : settings.config.networks) {
    if (!account.handle.empty()) options.bot_handle = account.handle;
    // A course that is only practised should fit every network it may move to.
    if (network != domain::NetworkKind::practice) options.networks.push_back(network);
  }
  return options;
}

std::string home_of(const rulefile::ServiceConfig& config) {
  const auto account = config.networks.find(domain::NetworkKind::mastodon);
  if (account == config.networks.end()) return "";
  const std::string& handle = account->second.handle;
  if (const std::size_t at = handle.rfind('@'); at != std::string::npos) return handle.substr(at + 1);
  const auto url = networks::parse_url(account->second.server);
  return url ? url->host : "";
}

base::Result<LoadedCohort> load_cohort(const fs::path& folder, const rulefile::ReadOptions& options,
                                       const std::string& known_as) {
  auto files = app::read_cohort_folder(folder, shipped_files());
  if (!files) return files.error();
  if (!known_as.empty()) files->cohort = known_as;
  rulefile::ReadCohort read = rulefile::read_cohort(*files, options);
  LoadedCohort cohort{std::move(files).value(), nullptr, std::move(read.diagnostics)};
  if (read.source) {
    auto ruleset = rules::Ruleset::compile(std::move(*read.source), options.now);
    if (!ruleset) return ruleset.error();
    cohort.ruleset = std::move(ruleset).value();
  }
  return cohort;
}

base::Result<LoadedCohort> load_one_cohort(const Arguments& arguments, base::Instant now,
                                           const std::string& known_as) {
  const auto settings = load_settings(arguments);
  if (!settings) return settings.error();
  const auto folders = cohort_folders(arguments, *settings);
  if (!folders) return folders.error();
  if (folders->empty()) {
    return base::Error{base::ErrorKind::not_found, "the config names no cohort. Name a folder with --rules."};
  }
  if (arguments.command == "explain" || arguments.command == "replay")
    tell_which_course(arguments, *settings);
  rulefile::ReadOptions options = read_options(*settings, now);
  options.advise = false;
  auto cohort = load_cohort(folders->front(), options, known_as);
  if (!cohort) return cohort.error();
  cohort->home = home_of(settings->config);
  std::cerr << rulefile::to_text(cohort->diagnostics, false, language_of(arguments));
  if (!cohort->ruleset) {
    return base::Error{base::ErrorKind::invalid,
                       "no usable `course:` was found in " + folders->front().string() + "."};
  }
  return cohort;
}

rulefile::Language language_of(const Arguments& arguments) {
  std::string word = arguments.language;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {  // as in POSIX: the first that is set counts
    const char* value = std::getenv(name);                      // NOLINT(concurrency-mt-unsafe)
    if (word.empty() && value != nullptr) word = value;
  }
  return domain::language_from_word(word).value_or(rulefile::Language::english);
}

int complain(const std::string& message, int exit_code) {
  std::cerr << "flockmate: " << message << '\n';
  return exit_code;
}

}  // namespace cli
