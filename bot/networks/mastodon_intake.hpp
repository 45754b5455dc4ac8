// What several servers tell of the same posts, made into one stream in the words of the bot's own server: its
// ids, its accounts. A post heard elsewhere is looked for there; one that it cannot find keeps its URI as its
// id, and nothing can be said to it. Thread-safe; listeners of several servers share it.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <stop_token>
#include <string>

#include "domain/network.hpp"
#include "networks/bounded_map.hpp"
#include "networks/mastodon_places.hpp"
#include "networks/mastodon_server.hpp"
#include "networks/mastodon_status.hpp"

namespace networks {

class MastodonIntake {
 public:
  MastodonIntake(MastodonServer& own, const std::string& cursor, domain::EventSink sink);

  enum class Taken { fresh, known, unreadable, stop };
  // `source`: where it was heard; its place moves on to this status (or to `place`, when given). Blocks while
  // the sink does, and while the own server is asked. stop: the sink wants no more, or `stop` was requested.
  Taken take(MastodonServer& server, const std::string& source, const nlohmann::json& status,
             const std::stop_token& stop, const std::string& place = "");
  // False: the sink wants no more.
  bool take_deletion(MastodonServer& server, const std::string& id);

  std::string place(const std::string& source) const;
  // It was delivered, in this version or a later one.
  bool knows(const MastodonServer& server, const nlohmann::json& status);
  std::set<std::string> newest(std::size_t count) const;  // ids of posts heard last and not deleted since
  void set_muted(std::set<std::string> accounts);

 private:
  std::optional<MastodonStatus> in_own_words(MastodonServer& server, MastodonStatus heard,
                                             const std::stop_token& stop);
  std::string root_of(const domain::Post& post);
  bool is_own(const MastodonServer& server) const { return &server == &own_; }
  static std::string place_key(const MastodonServer& server, const std::string& id);
  bool is_delivered(const MastodonServer& server, const MastodonStatus& heard);
  void note_place(const MastodonServer& server, const std::string& there, const std::string& id);

  MastodonServer& own_;
  const domain::EventSink sink_;
  mutable std::mutex mutex_;  // of all below; not held while a server is asked
  std::mutex delivering_;     // one event after the other, each with its cursor
  MastodonPlaces places_;
  struct Delivered {
    std::string id;
    int version = 0;  // the newest
  };
  BoundedMap<Delivered> delivered_;  // by URI
  BoundedMap<std::string> ids_;    // by server and id there: the one it was delivered with, where it differs
  BoundedMap<std::string> roots_;  // by id; "" where it is the root itself
  std::deque<std::string> newest_;
  std::set<std::string> muted_;
};

// The post as the bot's own server knows it; not_found when it cannot get it.
base::Result<MastodonStatus> resolve_on(MastodonServer& own, const std::string& uri);

}  // namespace networks
