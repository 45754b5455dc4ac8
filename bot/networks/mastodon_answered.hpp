// Which posts the bot answered last: the ones whose deletion matters most, kept over restarts. Thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace networks {

class MastodonAnswered {
 public:
  static constexpr std::chrono::days longest{30};

  // A file that cannot be read is as none.
  explicit MastodonAnswered(std::filesystem::path file);
  ~MastodonAnswered();
  MastodonAnswered(const MastodonAnswered&) = delete;
  MastodonAnswered& operator=(const MastodonAnswered&) = delete;

  void add(const std::string& id, base::Instant now);
  void forget(const std::string& id);
  std::vector<std::string> newest(std::size_t count) const;

 private:
  void save();

  const std::filesystem::path file_;
  mutable std::mutex mutex_;
  std::map<std::string, base::Instant> answered_;
  base::Instant saved_{};
  bool changed_ = false;
};

}  // namespace networks
