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

#include "networks/bluesky_session.hpp"
#include "networks/bluesky_sighting.hpp"

namespace networks {

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

  // Sightings that hold nothing of their authors but the account: says who they are. Gives those whose
  // authors have no profile (yet); they are left out of `sightings`.
  base::Result<std::vector<Sighting>> introduce(std::vector<Sighting>& sightings);
  // What is known of an author is asked again before their next post.
  void forget_author(const std::string& account);
  std::string own_account() const { return session_.did(); }  // "" before the first session

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
