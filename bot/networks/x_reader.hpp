// What the bot reads on X. Every post and person that comes back is paid for and counted. Thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/post.hpp"
#include "networks/x_session.hpp"
#include "networks/x_spend.hpp"

namespace networks {

// The id that a post of that moment would have, and back: ids on X are times.
std::string x_id_at(base::Instant instant);
bool x_id_less(const std::string& one, const std::string& other);

class XReader {
 public:
  XReader(XSession& session, XSpend& spend) : session_(session), spend_(spend) {}

  struct Self {
    std::string id;
    std::string handle;
  };
  // Errors of all: unavailable (the month's money being gone, too), unless said otherwise.
  base::Result<Self> self();
  // Posts after `since`, an id; those of the last half minute are not there yet. Newest first.
  base::Result<std::vector<domain::Post>> search(const std::string& query, const std::string& since);
  base::Result<std::vector<domain::Post>> mentions(const std::string& account, const std::string& since);
  base::Result<std::vector<domain::Post>> own_posts(const std::string& account, base::Instant since);
  // Those of the ids (at most 100) that are still there.
  base::Result<std::vector<domain::Post>> posts(const std::vector<std::string>& ids);

  // A page or a line of the stream: counted, unreadable posts left out.
  std::vector<domain::Post> take(const nlohmann::json& page, XItem item = XItem::post_read);
  // So far: posts that made no sense and were left out; walks that ended before they were back far enough.
  std::uint64_t unreadable() const { return unreadable_; }
  std::uint64_t cut_short() const { return cut_short_; }

  // What to ask for with every post.
  static Parameters fields();

 private:
  base::Result<std::vector<domain::Post>> walk(const std::string& path, Parameters parameters,
                                               const char* next, XItem item, XSession::As as);

  XSession& session_;
  XSpend& spend_;
  std::atomic<std::uint64_t> unreadable_{0};
  std::atomic<std::uint64_t> cut_short_{0};
};

}  // namespace networks
