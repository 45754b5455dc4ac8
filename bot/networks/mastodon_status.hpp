// Mastodon's JSON, read: statuses into posts, and the little else that is asked of a server.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/network.hpp"

namespace networks {

struct MastodonStatus {
  domain::Post post;  // its thread: its own id, or that of the post it answers
  std::string uri;    // the same on every server
};

// Error (invalid): not a status.
base::Result<MastodonStatus> read_mastodon_status(const nlohmann::json& status);
domain::Author read_mastodon_account(const nlohmann::json& account);

// Where a status is asked for; `more`: "/context", …
std::string mastodon_status_path(const std::string& id, const std::string& more = "");
// A status of the bot's own.
domain::Published read_mastodon_published(const nlohmann::json& status);

// Ids grow with time: longer ones are later, equally long ones compare as text.
bool is_later_id(std::string_view one, std::string_view other);

struct MastodonInstance {
  std::string streaming;  // "wss://streaming.example", or "" for the server itself
  int max_characters = 500;
  bool hashtags_are_closed = false;  // the server shows hashtags to nobody, or to its staff only
};
MastodonInstance read_mastodon_instance(const nlohmann::json& instance);

}  // namespace networks
