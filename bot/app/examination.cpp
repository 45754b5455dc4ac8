#include "app/examination.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "rulefile/diagnostic.hpp"

namespace app {

using domain::Finding;
using domain::Health;

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mebibyte = std::uintmax_t{1} << 20U;
constexpr std::uintmax_t too_little = 100 * mebibyte;
constexpr std::uintmax_t little = 1024 * mebibyte;

std::string count_of(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

fs::path nearest_that_exists(fs::path folder) {
  std::error_code code;
  folder = fs::absolute(folder, code);
  while (!fs::exists(folder, code) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

}  // namespace

Finding examine_files(const std::string& what, const std::vector<rulefile::Diagnostic>& mistakes) {
  const auto is_error = [](const rulefile::Diagnostic& one) {
    return one.severity == rulefile::Severity::error;
  };
  const auto errors = static_cast<std::size_t>(std::count_if(mistakes.begin(), mistakes.end(), is_error));
  const std::string counts =
      count_of(errors, "error") + ", " + count_of(mistakes.size() - errors, "warning") + ".";
  if (errors == 0) return {what, Health::fine, "The files can be read: " + counts, ""};
  return {what, Health::error, "The files have mistakes: " + counts,
          "Each is shown, with its mend, by: flockmate check."};
}

bool is_own_folder(const fs::path& folder) {
  struct stat about {};
  return ::stat(folder.c_str(), &about) == 0 && about.st_uid == ::geteuid();
}

Finding examine_state_folder(const fs::path& folder) {
  const std::string place = folder.string();
  std::error_code code;
  if (!fs::exists(folder, code)) {
    return {"state", Health::fine, "The state folder " + place + " is made when the service first starts.",
            ""};
  }
  if (!fs::is_directory(folder, code)) {
    return {"state", Health::error, place + " is a file, not a folder.", "Name another one under `state:`."};
  }
  const bool is_root = ::geteuid() == 0;
  if (!is_root && !is_own_folder(folder)) {
    return {"state", Health::warning,
            "The state folder " + place + " belongs to another user than the one who asks.",
            "Run doctor as root or as the service's user."};
  }
  // Root may write anywhere; what counts is the folder's owner.
  const bool writable =
      (fs::status(folder, code).permissions() & fs::perms::owner_all) == fs::perms::owner_all;
  if (!writable) {
    return {"state", Health::error, "The state folder " + place + " cannot be written to by its owner.",
            "Run: chmod u+rwx " + place + "."};
  }
  return {"state", Health::fine, "The state folder " + place + " can be written to by its owner.", ""};
}

// Whoever looks after the state as root may leave files behind that are root's.
std::optional<Finding> examine_database_files(const fs::path& folder) {
  const std::string database = (folder / "flockmate.sqlite").string();
  struct stat place {};
  if (::stat(folder.c_str(), &place) != 0) return std::nullopt;
  for (const char* const part : {"", ".lock", "-wal", "-shm"}) {
    const std::string file = database + part;
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) continue;
    if (about.st_uid != place.st_uid) {
      return Finding{"database", Health::error,
                     file + " belongs to another user than its folder, so the service cannot write to it.",
                     "Run: chown --reference=" + folder.string() + " " + database + "*"};
    }
    constexpr mode_t both = S_IRUSR | S_IWUSR;
    if ((about.st_mode & both) != both) {
      return Finding{"database", Health::error, file + " cannot be written to by its owner.",
                     "Run: chmod u+rw " + file};
    }
  }
  return std::nullopt;
}

Finding judge_disk(const fs::path& folder, std::uintmax_t free_bytes) {
  const std::string words = std::to_string(free_bytes / mebibyte) + " MiB";
  const std::string sentence = "The disk that holds " + folder.string() + " has " + words + " left.";
  if (free_bytes >= little) return {"disk", Health::fine, sentence, ""};
  return {"disk", free_bytes < too_little ? Health::error : Health::warning, sentence,
          "Free some space: when it is full, the bot stops speaking."};
}

Finding examine_disk(const fs::path& folder) {
  std::error_code code;
  const fs::space_info space = fs::space(nearest_that_exists(folder), code);
  if (code)
    return {"disk", Health::warning, "How full the disk is cannot be seen: " + code.message() + ".", ""};
  return judge_disk(folder, space.available);
}

}  // namespace app
