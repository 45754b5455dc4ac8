#include "app/folder_alarm.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr unsigned interesting = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE |
                                 IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::size_t most_folders = 256;

}  // namespace

bool is_rule_file_name(const std::string& name) {
  if (name.starts_with('.')) return false;
  const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
  return ends(".yaml") || ends(".yml") || ends(".mustache") || ends(".txt");
}

FolderAlarm::FolderAlarm(const std::vector<fs::path>& folders)
    : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), whole_(descriptor_ >= 0) {
  for (const fs::path& folder : folders) {
    const fs::path absolute = fs::absolute(folder).lexically_normal();
    const fs::path named = absolute.has_filename() ? absolute : absolute.parent_path();
    if (const int above = watch(named.parent_path()); above >= 0) {
      watched_[above].names.insert(named.filename().string());
    }
    watch_below(named);
  }
}

FolderAlarm::~FolderAlarm() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int FolderAlarm::watch(const fs::path& folder) {
  const int number = descriptor_ < 0 ? -1 : ::inotify_add_watch(descriptor_, folder.c_str(), interesting);
  if (number < 0) {
    whole_ = false;
  } else {
    watched_[number];
  }
  return number;
}

void FolderAlarm::watch_below(const fs::path& folder) {
  const int top = watch(folder);
  if (top < 0) return;
  watched_[top].inside = true;
  std::error_code code;
  for (fs::recursive_directory_iterator one(folder, code), end; !code && one != end; one.increment(code)) {
    std::error_code gone;
    if (!one->is_directory(gone) || one->is_symlink(gone)) continue;
    if (one->path().filename().string().starts_with('.')) {
      one.disable_recursion_pending();
    } else if (watched_.size() >= most_folders) {
      whole_ = false;
      return;
    } else if (const int number = watch(one->path()); number >= 0) {
      watched_[number].inside = true;
    }
  }
}

bool FolderAlarm::wait(int interrupt, std::chrono::milliseconds at_most) {
  using Steady = std::chrono::steady_clock;
  const auto end = Steady::now() + at_most;
  for (auto left = at_most; left.count() >= 0;
       left = std::chrono::ceil<std::chrono::milliseconds>(end - Steady::now())) {
    std::array<pollfd, 2> both{{{descriptor_, POLLIN, 0}, {interrupt, POLLIN, 0}}};
    const int ready = ::poll(both.data(), both.size(), static_cast<int>(left.count()));
    if (ready <= 0 || (both[1].revents & POLLIN) != 0) return false;
    if (drain()) return true;  // else something came and went that is none of our business
  }
  return false;
}

// True when anything of it matters.
bool FolderAlarm::drain() {
  bool rang = false;
  alignas(inotify_event) std::array<char, std::size_t{16} * 1024> buffer{};
  for (;;) {
    const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) return rang;
    std::size_t at = 0;
    while (at + sizeof(inotify_event) <= static_cast<std::size_t>(size)) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      rang = matters(event.wd, event.mask, event.len > 0 ? name : "") || rang;
      at += sizeof event + event.len;
    }
  }
}

bool FolderAlarm::matters(int watch, unsigned mask, const std::string& name) const {
  if ((mask & IN_Q_OVERFLOW) != 0) return true;
  const auto found = watched_.find(watch);
  if (found == watched_.end()) return false;
  if (found->second.names.contains(name)) return true;
  if (!found->second.inside) return false;
  const bool folder_came_or_went =
      (mask & IN_ISDIR) != 0 && (mask & IN_ATTRIB) == 0 && !name.starts_with('.');
  return name.empty() || folder_came_or_went || is_rule_file_name(name);
}

}  // namespace app
