// What was said on a network, by whom, and what became of it. Plain values; ids are strings on every network.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace domain {

enum class NetworkKind { practice, mastodon, bluesky, x };
std::string_view to_word(NetworkKind network);
std::optional<NetworkKind> network_from_word(std::string_view word);

// A person, as far as we know one: a stable account id on one network. Never a handle; never linked across
// networks.
struct AccountKey {
  NetworkKind network = NetworkKind::practice;
  std::string id;
  auto operator<=>(const AccountKey&) const = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

struct PostKey {
  NetworkKind network = NetworkKind::practice;
  std::string id;
  auto operator<=>(const PostKey&) const = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

struct Author {
  std::string id;
  std::string handle;  // without @, as shown on the network
  std::string name;
  bool bot = false;            // the network's own flag
  bool wants_no_bots = false;  // the profile says #nobot
  bool muted = false;          // muted or blocked by the bot's account
};

// `open` is what networks call public; `quiet` is public but kept out of timelines (Mastodon: unlisted).
enum class Visibility { open, quiet, followers, direct };
std::string_view to_word(Visibility visibility);
std::optional<Visibility> visibility_from_word(std::string_view word);

struct Post {
  NetworkKind network = NetworkKind::practice;
  std::string id;   // the first id: where an edit gets a new id, this one stays and `version` grows
  int version = 0;  // 0 as first posted
  Author author;
  std::string text;  // plain text, valid UTF-8, at most 64 KiB
  base::Instant created_at{};
  std::string in_reply_to;  // id of the post it answers, or ""
  std::string thread;       // id of the conversation's root post; a root post names itself
  Visibility visibility = Visibility::open;
  std::string language;               // the network's tag (ISO 639-1), or ""
  std::vector<std::string> tags;      // without #, as typed
  std::vector<std::string> mentions;  // account ids
  std::vector<std::string> links;
  bool has_image = false;
  bool has_poll = false;
  std::optional<base::Instant> edited_at;
  std::string boost_of;  // id of the post that this one only repeats, or ""
  std::string quote_of;
  std::string url;

  PostKey key() const { return {network, id}; }
  AccountKey author_key() const { return {network, author.id}; }
  bool is_public() const { return visibility == Visibility::open || visibility == Visibility::quiet; }
};

// What a network tells us. Delivered at least once, possibly out of order.
struct PostEvent {
  enum class Kind { created, edited, deleted };
  Kind kind = Kind::created;
  Post post;           // deleted: only network and id are set
  std::string cursor;  // where to go on listening after this event; "" where the network has none
};

}  // namespace domain
