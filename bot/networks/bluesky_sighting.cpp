#include "networks/bluesky_sighting.hpp"

#include <nlohmann/json.hpp>

#include "networks/bluesky_posts.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

base::Result<Sighting> read_sighting(const json& view) {
  auto post = read_bluesky_post(view);
  if (!post) return post.error();
  Sighting seen;
  const auto indexed = base::parse_rfc3339(text_at(view, "indexedAt"));
  seen.indexed = indexed ? *indexed : post->created_at;
  seen.cid = text_at(view, "cid");
  const json& viewer = part_at(view, "viewer");
  seen.refuses_replies = flag_at(viewer, "replyDisabled");
  seen.our_repost = text_at(viewer, "repost");
  const json& root = part_at(part_at(part_at(view, "record"), "reply"), "root");
  seen.root_uri = text_at(root, "uri");
  seen.root_cid = text_at(root, "cid");
  seen.post = std::move(post).value();
  return seen;
}

}  // namespace networks
