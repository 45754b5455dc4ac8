// Inotify on a few folders of rule files: rings when something in them may have changed.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace app {

class FolderAlarm {
 public:
  // Watches each folder, those below it, and its name in the folder above, so that it may be moved away and
  // come back. What cannot be watched is left out; is_whole() tells.
  explicit FolderAlarm(const std::vector<std::filesystem::path>& folders);
  ~FolderAlarm();
  FolderAlarm(const FolderAlarm&) = delete;
  FolderAlarm& operator=(const FolderAlarm&) = delete;

  bool is_whole() const { return whole_; }
  // Waits until it rings, `interrupt` (a descriptor) can be read, or the time is over. True: it rang.
  bool wait(int interrupt, std::chrono::milliseconds at_most);

 private:
  struct Watched {
    bool inside = false;          // a folder of rule files
    std::set<std::string> names;  // folders whose coming and going matters here
  };
  int watch(const std::filesystem::path& folder);
  void watch_below(const std::filesystem::path& folder);
  bool drain();
  bool matters(int watch, unsigned mask, const std::string& name) const;

  int descriptor_;
  bool whole_ = true;
  std::map<int, Watched> watched_;
};

// Does a file of this name belong to the rules?
bool is_rule_file_name(const std::string& name);

}  // namespace app
