#include <fstream>
#include <iostream>

#include "base/files.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/runtime.hpp"
#include "networks/archive.hpp"
#include "store/sqlite.hpp"

namespace cli {
namespace {

base::Status write_archive(const std::filesystem::path& state, const std::string& cohort, std::ostream& out) {
  return store::SqliteStore::read_beside(
      state / "flockmate.sqlite", [&](domain::Tables& tables) -> base::Status {
        tables.posts.each(cohort, [&](const domain::StoredPost& stored) {
          // What was not public never leaves the house; what was erased has nothing to tell.
          const bool told = stored.post.is_public() && !stored.post.author.id.empty();
          if (told) out << networks::archive_line(stored.post);
        });
        return {};
      });
}

std::string cohort_name(const Arguments& arguments, const std::filesystem::path& folder) {
  if (!arguments.cohort.empty()) return arguments.cohort;
  return std::filesystem::absolute(folder).lexically_normal().filename().string();
}

}  // namespace

int export_archive(const Arguments& arguments) {
  const auto settings = load_settings(arguments);
  if (!settings) return complain(settings.error().message, cannot_start);
  const auto folders = cohort_folders(arguments, *settings);
  if (!folders) return complain(folders.error().message, wrong_usage);
  if (folders->empty())
    return complain("the config names no cohort. Name a folder with --rules.", cannot_start);
  const auto state = state_folder(arguments.state, settings->config.state);
  if (!state) return complain(state.error().message, cannot_start);
  std::ofstream file;
  if (!arguments.output.empty()) {
    file.open(arguments.output);
    if (!file)
      return complain("cannot write " + arguments.output + ". Check its folder and permissions.",
                      cannot_start);
  }
  std::ostream& out = arguments.output.empty() ? std::cout : file;
  const base::Status written = write_archive(*state, cohort_name(arguments, folders->front()), out);
  if (!written) return complain(written.error().message, cannot_start);
  out.flush();
  return out ? fine : complain("the archive could not be written whole; is the disk full?", cannot_start);
}

}  // namespace cli
