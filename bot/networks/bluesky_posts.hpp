// Bluesky's posts as JSON: records, and the views that searches, threads and notifications give of them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

inline constexpr const char* bluesky_post_type = "app.bsky.feed.post";
inline constexpr const char* bluesky_repost_type = "app.bsky.feed.repost";

// at://ACCOUNT/COLLECTION/KEY; empty parts when it is none.
struct RecordAddress {
  std::string account;
  std::string collection;
  std::string key;
};
RecordAddress address_of(const std::string& uri);
std::string page_of(const std::string& uri);  // where people see it; "" when it is no post

// A profile as any view gives it. What the view lacks is as if unset.
domain::Author read_bluesky_author(const nlohmann::json& profile, const std::string& uri);
// Error (invalid): it is not a post.
base::Result<domain::Post> read_bluesky_post(const nlohmann::json& view);

}  // namespace networks
