// Notices that rule files have changed, once they rest: a save in two steps, a git checkout of many files, a
// folder that is moved away and back are one change each.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

namespace app {

class FolderWatch {
 public:
  struct Pace {
    std::chrono::milliseconds quiet{300};         // nothing has changed for so long: they rest
    std::chrono::milliseconds longest{10'000};    // they are read even if they never rest
    std::chrono::milliseconds look{30'000};       // how often is looked even if nobody rings
    std::chrono::milliseconds look_alone{2'000};  // the same where the machine cannot ring
  };
  // `changed` runs on a thread of the watch's own, which the machine serves last; what changes while it runs
  // is told by another call.
  FolderWatch(std::vector<std::filesystem::path> folders, std::function<void()> changed, Pace pace);
  FolderWatch(std::vector<std::filesystem::path> folders, std::function<void()> changed)
      : FolderWatch(std::move(folders), std::move(changed), Pace{}) {}
  ~FolderWatch();  // after the call that is running
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

 private:
  void run();
  void let_settle(class FolderAlarm& alarm) const;
  bool is_stopping() const;
  std::uint64_t look() const;

  const std::vector<std::filesystem::path> folders_;
  const std::function<void()> changed_;
  const Pace pace_;
  const int stop_;  // a descriptor that can be read once it is time to stop
  std::thread thread_;
};

}  // namespace app
