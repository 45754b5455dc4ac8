#include <nlohmann/json.hpp>

#include "networks/archive_formats.hpp"
#include "networks/bluesky_posts.hpp"
#include "networks/post_json.hpp"

// Archives of Bluesky: records, search results ("posts"), feeds ("feed") and threads ("thread").
namespace networks {

using domain::Post;
using nlohmann::json;

namespace {

// A repost in a feed: the original, said again by somebody.
base::Result<Post> read_repost(const json& item) {
  auto post = read_bluesky_post(part_at(item, "post"));
  if (!post) return post;
  const json& reason = part_at(item, "reason");
  post->boost_of = post->id;
  post->author = read_bluesky_author(part_at(reason, "by"), "");
  const auto at = base::parse_rfc3339(text_at(reason, "indexedAt"));
  if (at) post->created_at = *at;
  post->id = post->boost_of + "#" + post->author.id;
  post->thread = post->id;
  if (auto checked = check_post(*post); !checked) return checked.error();
  return post;
}

}  // namespace

void posts_of_bluesky(const json& value, const OnPost& take) {
  std::vector<const json*> open{&value};  // threads nest; no recursion over what others wrote
  while (!open.empty()) {
    const json& one = *open.back();
    open.pop_back();
    for (const char* list : {"feed", "posts", "replies"}) {
      for (const json& item : part_at(one, list)) open.push_back(&item);
    }
    for (const char* part : {"thread", "parent"}) {
      if (part_at(one, part).is_object()) open.push_back(&part_at(one, part));
    }
    const bool repost = text_at(part_at(one, "reason"), "$type") == "app.bsky.feed.defs#reasonRepost";
    if (repost) {
      take(read_repost(one));
    } else if (part_at(one, "post").is_object()) {
      take(read_bluesky_post(one["post"]));
    } else if (one.is_object() && (one.contains("record") || one.contains("value"))) {
      take(read_bluesky_post(one));
    }
  }
}

}  // namespace networks
