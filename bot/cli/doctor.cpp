#include "app/examination.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/credentials.hpp"
#include "cli/finding_report.hpp"
#include "cli/network_examinations.hpp"
#include "cli/runtime.hpp"
#include "networks/url.hpp"
#include "rulefile/read.hpp"
#include "rulefile/service_config.hpp"
#include "rules/ruleset.hpp"
#include "store/sqlite.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using domain::Finding;
using domain::Health;

Finding examine_settings(const Settings& settings) {
  if (settings.file.empty()) {
    return {"settings", Health::fine,
            "There is no settings file: the shipped course and the practice network are used.", ""};
  }
  Finding finding = app::examine_files("settings", settings.diagnostics);
  finding.sentence = settings.file.string() + ": " + finding.sentence;
  return finding;
}

// Also gathers the facilitators that the course names.
Finding examine_cohort(const fs::path& folder, const Settings& settings,
                       std::vector<domain::Facilitator>& facilitators) {
  const auto cohort = load_cohort(folder, read_options(settings, base::SystemClock().now()));
  if (!cohort) return domain::finding_of("rules", cohort.error());
  Finding finding = app::examine_files("rules", cohort->diagnostics);
  finding.sentence = folder.string() + ": " + finding.sentence;
  if (cohort->ruleset) {
    const auto& named = cohort->ruleset->course().facilitators;
    facilitators.insert(facilitators.end(), named.begin(), named.end());
    return finding;
  }
  return {"rules", Health::error, "No usable `course:` was found in " + folder.string() + ".",
          "Each mistake is shown, with its mend, by: flockmate check."};
}

Finding examine_database(const fs::path& state) {
  const fs::path file = state / "flockmate.sqlite";
  std::error_code code;
  if (!fs::exists(file, code)) {
    if (code) {
      return {"database", Health::warning,
              "Whether there is a database cannot be seen: " + code.message() + ".",
              "Mend the state folder first."};
    }
    return {"database", Health::fine, "There is no database yet; the service makes it when it first starts.",
            ""};
  }
  if (const auto closed = app::examine_database_files(state)) return *closed;
  const base::Status whole = store::SqliteStore::examine(file);
  if (!whole) return domain::finding_of("database", whole.error());
  return {"database", Health::fine, file.string() + " can be read and is whole.", ""};
}

Finding examine_password(const Settings& settings) {
  const std::string& name = settings.config.console_password;
  const std::string what = "facilitators' password";
  if (name.empty()) {
    return {what, Health::error,
            "The settings name no password for the facilitators' pages; the service needs one.",
            "Add `console_password: console-password`; the guide for ops says how the password is made."};
  }
  const auto hash = find_credential(name, settings.file);
  if (!hash && hash.error().kind == base::ErrorKind::not_found) {
    return {what, Health::error,
            "The credential " + name + " is not there: no file " +
                credential_source(name, settings.file).string() + ".",
            "The guide for ops says how the password's hash is made."};
  }
  if (!hash) return domain::finding_of(what, hash.error());
  if (hash->starts_with("$argon2")) return {what, Health::fine, "The hash of the password is there.", ""};
  return {what, Health::error, "The credential " + name + " holds no hash of a password.",
          "Put the output of `argon2` there, never the password; the guide for ops has the line."};
}

Finding examine_webhook(const Settings& settings) {
  const std::string& name = settings.config.alerts_webhook;
  const std::string what = "facilitators' webhook";
  const auto address = find_credential(name, settings.file);
  if (!address && address.error().kind == base::ErrorKind::not_found) {
    return {what, Health::error,
            "The credential " + name + " is not there: no file " +
                credential_source(name, settings.file).string() + ".",
            "Write the webhook's address into it; the guide for ops says how."};
  }
  if (!address) return domain::finding_of(what, address.error());
  if (networks::parse_url(*address)) return {what, Health::fine, "The address of the webhook is there.", ""};
  return {what, Health::error, "The credential " + name + " holds no webhook's address.",
          "It should be one line that starts with https://."};
}

}  // namespace

int doctor(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto folders = cohort_folders(arguments, *settings);
  if (!folders) return complain(folders.error().message, wrong_usage);
  FindingReport report(arguments.format == "json");
  report.add(examine_settings(*settings));
  std::vector<domain::Facilitator> facilitators;
  for (const fs::path& folder : *folders) report.add(examine_cohort(folder, *settings, facilitators));
  const fs::path state =
      fs::absolute(state_place(arguments.state, settings->config.state)).lexically_normal();
  report.add(app::examine_state_folder(state));
  report.add(app::examine_disk(state));
  report.add(examine_database(state));
  if (!settings->file.empty()) report.add(examine_password(*settings));
  if (!settings->config.alerts_webhook.empty()) report.add(examine_webhook(*settings));
  examine_networks(*settings, state, facilitators, [&](const domain::Findings& found) { report.add(found); });
  return report.end() ? fine : cli::findings;
}

}  // namespace cli
