// What the bot itself said of late, as its own timeline on X tells. Every post that comes back is paid for
// and any page may fail: what was read is kept, and only the rest is asked for. Thread-safe.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

class XReader;

class XOwnPosts {
 public:
  using IsIt = std::function<bool(const domain::Post&)>;

  explicit XOwnPosts(XReader& reader) : reader_(reader) {}

  // One of the account's posts since then that `is_it`; none: all were read, and it is not among them.
  // Errors: unavailable; in_doubt when the timeline is too long to be sure.
  base::Result<std::optional<domain::Post>> find(const std::string& account, base::Instant since,
                                                 const IsIt& is_it);
  // Those that `is_it` were deleted.
  void forget(const IsIt& is_it);

 private:
  struct OlderFirst {
    bool operator()(const std::string& one, const std::string& other) const;
  };
  struct Page {
    std::string oldest;  // its last id; "": there was none
    bool whole = true;   // nothing older follows
  };

  base::Status read(const std::string& since);
  base::Status read_newer();
  base::Status read_older(const std::string& since);
  base::Result<Page> page(const std::string& since, const std::string& until);
  void forget_before(const std::string& since);

  XReader& reader_;
  std::mutex mutex_;
  std::string account_;
  std::map<std::string, domain::Post, OlderFirst> posts_;  // by id
  // Ids between which nothing is missing; "": nothing was read yet.
  std::string oldest_;
  std::string newest_;
};

}  // namespace networks
