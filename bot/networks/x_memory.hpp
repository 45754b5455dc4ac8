// What the bot has to know about X between runs and between calls: its own account, which posts it answered,
// which versions it passed on, and which id belongs to which post. X gives every version of a post an id of
// its own; here a post is known by its first. Thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/post.hpp"
#include "networks/bounded_map.hpp"

namespace networks {

class XMemory {
 public:
  static constexpr std::chrono::days longest{30};

  // A file that cannot be read is as none.
  explicit XMemory(std::filesystem::path file);

  std::string id() const;  // of the bot's account, "" before X told it
  std::string handle() const;
  base::Status set_self(const std::string& id, const std::string& handle);

  // Later versions of the posts it refers to replaced by their first. Remembers its own ids.
  domain::Post with_first_ids(domain::Post post);
  std::string newest_id(const std::string& first) const;  // of the version that stands
  // Once true for every version, false for one that is older than what was passed on.
  bool is_news(const domain::Post& post) const;
  void set_passed_on(const domain::Post& post);

  base::Status set_answered(const std::string& id, base::Instant now);
  std::vector<std::string> answered(base::Instant now);  // of the last 30 days
  base::Status forget(const std::string& id);
  base::Instant checked() const;  // when it was last asked whether they still stand
  base::Status set_checked(base::Instant now);

 private:
  base::Status save();

  const std::filesystem::path file_;
  mutable std::mutex mutex_;
  std::string id_;
  std::string handle_;
  std::map<std::string, base::Instant> answered_;
  base::Instant checked_{};
  BoundedMap<int> passed_on_{20'000};
  BoundedMap<std::string> first_of_{10'000};
  BoundedMap<std::string> newest_of_{10'000};
};

}  // namespace networks
