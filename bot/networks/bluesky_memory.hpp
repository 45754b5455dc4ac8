// Which posts the bot has heard on Bluesky, in which version. The network gives an edited post the same
// address and another content id, and tells nobody: only who remembers can see it. Thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace networks {

class BlueskyMemory {
 public:
  struct Heard {
    std::string cid;
    int version = 0;
    base::Instant written{};
    bool answered = false;   // by us
    bool delivered = false;  // since this program started: after a restart all is delivered once more
  };
  static constexpr std::size_t most = 5000;
  static constexpr std::chrono::days longest{30};

  // What an earlier run kept in `file`; an unreadable file is as none: posts are then heard as new, which the
  // store sees through.
  explicit BlueskyMemory(std::filesystem::path file);

  enum class News { fresh, edited, known };
  struct Noted {
    News news = News::fresh;
    int version = 0;
  };
  // Looks, and remembers the post in this version. The oldest ones are forgotten to make room, answered ones
  // last.
  Noted note(const std::string& uri, const std::string& cid, base::Instant written);
  void set_delivered(const std::string& uri);
  void set_answered(const std::string& uri);
  void forget(const std::string& uri);
  bool knows(const std::string& uri) const;
  std::string cid_of(const std::string& uri) const;  // "" when it is not known

  // The next ones after `after` in a round through all of them; fewer than `count` at its end.
  std::vector<std::string> round(const std::string& after, std::size_t count) const;
  // Drops what is too old and writes the file when something changed.
  base::Status save(base::Instant now);

 private:
  void make_room();

  const std::filesystem::path file_;
  mutable std::mutex mutex_;
  std::map<std::string, Heard> heard_;  // by address
  bool changed_ = false;
};

}  // namespace networks
