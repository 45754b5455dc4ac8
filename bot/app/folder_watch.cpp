#include "app/folder_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "app/aside.hpp"
#include "app/folder_alarm.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

}  // namespace

FolderWatch::FolderWatch(std::vector<fs::path> folders, std::function<void()> changed, Pace pace)
    : folders_(std::move(folders)),
      changed_(std::move(changed)),
      pace_(pace),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      thread_([this] { run(); }) {}

FolderWatch::~FolderWatch() {
  const std::uint64_t one = 1;
  (void)!::write(stop_, &one, sizeof one);
  thread_.join();
  ::close(stop_);
}

bool FolderWatch::is_stopping() const {
  pollfd stop{stop_, POLLIN, 0};
  return ::poll(&stop, 1, 0) != 0;
}

// What can be seen of the files without opening them.
std::uint64_t FolderWatch::look() const {
  std::string seen;
  for (const fs::path& folder : folders_) {
    const auto files = base::list_files(folder, "");
    if (!files) continue;
    for (const fs::path& file : *files) {
      struct stat about {};
      if (!is_rule_file_name(file.filename().string()) || ::stat(file.c_str(), &about) != 0) continue;
      seen += file.string() + '\0' + std::to_string(about.st_size) + ' ' + std::to_string(about.st_ino) +
              ' ' + std::to_string(about.st_mtim.tv_sec) + '.' + std::to_string(about.st_mtim.tv_nsec) + '\n';
    }
  }
  return base::stable_hash(seen);
}

void FolderWatch::let_settle(FolderAlarm& alarm) const {
  const auto latest = Steady::now() + pace_.longest;
  while (Steady::now() < latest && !is_stopping()) {
    const std::uint64_t before = look();
    const bool rang = alarm.wait(stop_, pace_.quiet);
    if (!rang && look() == before) return;
  }
}

// Each time the alarm is set anew before the files are read, so that nothing falls between.
void FolderWatch::run() {
  yield_to_others();
  auto alarm = std::make_unique<FolderAlarm>(folders_);
  std::uint64_t seen = look();
  changed_();  // what happened between the first reading and the watch
  while (!is_stopping()) {
    const bool rang = alarm->wait(stop_, alarm->is_whole() ? pace_.look : pace_.look_alone);
    if (!rang && look() == seen) continue;
    let_settle(*alarm);
    if (is_stopping()) return;
    alarm = std::make_unique<FolderAlarm>(folders_);
    seen = look();
    changed_();
  }
}

}  // namespace app
