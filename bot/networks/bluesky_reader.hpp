// What the bot can see on Bluesky: posts under a hashtag, what is addressed to it, threads. Every post comes
// with what its author's profile says of bots. Thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "domain/post.hpp"
#include "networks/bluesky_session.hpp"

namespace networks {

// A post as it was seen.
struct Sighting {
  domain::Post post;
  std::string cid;          // of this version
  base::Instant indexed{};  // when the network had it
  // How the bot may answer it; searches and notifications do not tell.
  bool refuses_replies = false;
  std::string root_uri;  // of its conversation, as a reply has to name it; "" for a root post
  std::string root_cid;
  std::string our_repost;  // address of the bot's own repost, or ""
};

class BlueskyReader {
 public:
  BlueskyReader(BlueskySession& session, const base::Clock& clock) : session_(session), clock_(clock) {}

  // All errors are `unavailable` unless said otherwise. Written (or notified of) since then, in any order;
  // the search may be some minutes behind, so ask for a little more than what is new.
  base::Result<std::vector<Sighting>> search(const std::string& hashtag, base::Instant since);
  base::Result<std::vector<Sighting>> addressed(base::Instant since);
  // Those of the given posts (at most 25) that the bot may see.
  base::Result<std::vector<Sighting>> posts(const std::vector<std::string>& uris);
  // Does the record exist, whoever may see it?
  base::Result<bool> exists(const std::string& uri);
  // By time, the root first. Error (not_found): that post is gone.
  base::Result<std::vector<Sighting>> thread(const std::string& root, const std::string& uri);
  // Tells the network that the bot has seen its notifications up to then.
  base::Status mark_seen(base::Instant until);

  // So far: posts that made no sense and were left out; walks that ended before they were back far enough.
  std::uint64_t unreadable() const { return unreadable_; }
  std::uint64_t cut_short() const { return cut_short_; }

 private:
  struct Profile {
    domain::Author author;
    base::Instant asked{};
  };
  base::Result<nlohmann::json> get(const std::string& method, const Parameters& parameters);
  using Order = std::function<base::Instant(const Sighting&)>;  // the time by which the pages are sorted
  base::Result<std::vector<Sighting>> walk(const std::string& method, Parameters parameters, const char* list,
                                           base::Instant since, const Order& order);
  void take(const nlohmann::json& view, std::vector<Sighting>& sightings);
  base::Status fill_authors(std::vector<Sighting>& sightings);
  base::Status ask_profiles(const std::vector<std::string>& accounts);
  std::vector<std::string> unknown_authors(const std::vector<Sighting>& sightings);

  BlueskySession& session_;
  const base::Clock& clock_;
  std::atomic<std::uint64_t> unreadable_{0};
  std::atomic<std::uint64_t> cut_short_{0};
  std::mutex mutex_;
  std::map<std::string, Profile> profiles_;  // by account
};

}  // namespace networks
