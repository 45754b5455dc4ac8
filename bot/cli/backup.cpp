#include "store/backup.hpp"

#include <iostream>

#include "base/clock.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/runtime.hpp"

namespace cli {
namespace {

constexpr const char* database = "flockmate.sqlite";

std::string size_words(std::uintmax_t bytes) {
  constexpr std::uintmax_t kilo = 1000;
  if (bytes < kilo * kilo) return std::to_string((bytes + kilo - 1) / kilo) + " kB";
  return std::to_string((bytes + kilo * kilo - 1) / (kilo * kilo)) + " MB";
}

std::string many(std::int64_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string content_words(const store::Copied& copied) {
  const std::string posts =
      copied.newest == base::Instant{}
          ? "nothing heard yet"
          : many(copied.posts, "post", "posts") + " up to " + base::to_rfc3339(copied.newest);
  return posts + ", " + size_words(copied.bytes);
}

void tell(const store::Restored& restored) {
  if (restored.stopped + restored.forgotten + restored.deleted > 0) {
    std::cout << "Since then " << many(restored.stopped, "person", "people") << " said stop, "
              << many(restored.forgotten, "person was", "people were") << " forgotten and "
              << many(restored.deleted, "post was", "posts were") << " deleted: that stays so.\n";
  }
  if (!restored.kept.empty()) {
    std::cout << "The state that was there is kept in " << restored.kept.string()
              << "; delete it when all is well.\n";
  }
  std::cout << "What may have been said since the backup is looked up on the networks before it is said.\n"
            << "Now start the service.\n";
}

}  // namespace

int backup(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  const auto copied = store::back_up(*state / database, arguments.file);
  if (!copied) return complain(copied.error().message, findings);
  std::cout << "Backed up the state in " << state->string() << " to " << arguments.file << ": "
            << content_words(*copied) << ", checked.\n";
  return fine;
}

int restore(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  const auto restored =
      store::restore(arguments.file, *state / database, arguments.replace_newer, base::SystemClock().now());
  if (!restored) return complain(restored.error().message, findings);
  std::cout << "Restored the state in " << state->string() << " from " << arguments.file << ": "
            << content_words(restored->copied) << ", checked.\n";
  tell(*restored);
  return fine;
}

}  // namespace cli
