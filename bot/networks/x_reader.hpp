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
base::Instant x_time_of(const std::string& id);
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
  // Posts between two ids ("": no end there), a hundred on a page, the newest first. Those of the last half
  // minute are not there yet.
  struct Range {
    std::string since = {};
    std::string until = {};
    std::size_t most_pages = 50;
  };
  struct Found {
    std::vector<domain::Post> posts;
    bool whole = true;  // there were no more pages: what is missing are the oldest
  };
  base::Result<Found> search(const std::string& query, const Range& range);
  base::Result<Found> mentions(const std::string& account, const Range& range);
  base::Result<Found> own_posts(const std::string& account, const Range& range);
  // Those of the ids (at most 100) that are still there.
  base::Result<std::vector<domain::Post>> posts(const std::vector<std::string>& ids);

  // A page or a line of the stream: counted, unreadable posts left out.
  std::vector<domain::Post> take(const nlohmann::json& page, XItem item = XItem::post_read);
  // Posts, so far, that made no sense and were left out.
  std::uint64_t unreadable() const { return unreadable_; }

  // What to ask for with every post.
  static Parameters fields();

 private:
  struct Way {
    std::string path;
    const char* next = "";  // the parameter that takes a page's token
    XItem item = XItem::post_read;
    XSession::As as = XSession::As::app;
  };
  base::Result<Found> walk(const Way& way, const Range& range, Parameters parameters);
  base::Result<XAnswer> ask(const Way& way, const Parameters& parameters);

  XSession& session_;
  XSpend& spend_;
  std::atomic<std::uint64_t> unreadable_{0};
};

}  // namespace networks
