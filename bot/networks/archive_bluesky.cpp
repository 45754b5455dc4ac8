#include <nlohmann/json.hpp>

#include "networks/archive_formats.hpp"
#include "networks/post_json.hpp"

// Bluesky's posts: records, search results ("posts"), feeds ("feed") and threads ("thread").
namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

constexpr std::string_view post_type = "app.bsky.feed.post";

// at://did:plc:abc/app.bsky.feed.post/3k2: who wrote it stands in its address.
std::string account_in(const std::string& uri) {
  constexpr std::string_view scheme = "at://";
  if (!uri.starts_with(scheme)) return "";
  return uri.substr(scheme.size(), uri.find('/', scheme.size()) - scheme.size());
}

domain::Author read_author(const json& profile, const std::string& uri) {
  domain::Author author;
  author.id = account_in(uri);
  author.handle = text_at(profile, "handle");
  if (author.handle.empty()) author.handle = author.id;
  author.name = text_at(profile, "displayName");
  if (author.name.empty()) author.name = author.handle;
  author.muted = flag_at(part_at(profile, "viewer"), "muted");
  for (const json& label : part_at(profile, "labels")) {
    if (text_at(label, "val") == "bot") author.bot = true;
  }
  return author;
}

// Older clients wrote no offset; they meant UTC.
base::Result<base::Instant> read_instant(const std::string& text) {
  auto instant = base::parse_rfc3339(text);
  if (instant) return instant;
  auto as_utc = base::parse_rfc3339(text + "Z");
  if (as_utc) return as_utc;
  return Error{ErrorKind::invalid, "\"createdAt\" is not a time like 2026-03-03T21:50:00Z"};
}

void read_facets(const json& record, Post& post) {
  for (const json& facet : part_at(record, "facets")) {
    for (const json& feature : part_at(facet, "features")) {
      if (const std::string did = text_at(feature, "did"); !did.empty()) post.mentions.push_back(did);
      if (const std::string link = text_at(feature, "uri"); !link.empty()) post.links.push_back(link);
      if (const std::string tag = text_at(feature, "tag"); !tag.empty()) post.tags.push_back(tag);
    }
  }
  for (const json& tag : part_at(record, "tags")) {
    if (tag.is_string()) post.tags.push_back(tag.get<std::string>());
  }
}

base::Result<Post> read_post(const json& view) {
  const json& record = part_at(view, view.contains("record") ? "record" : "value");
  if (text_at(record, "$type") != post_type) return Error{ErrorKind::invalid, "it is not a post"};
  Post post;
  post.network = domain::NetworkKind::bluesky;
  post.id = text_at(view, "uri");
  post.author = read_author(part_at(view, "author"), post.id);
  const auto created = read_instant(text_at(record, "createdAt"));
  if (!created) return created.error();
  post.created_at = *created;
  post.text = text_at(record, "text");
  const json& reply = part_at(record, "reply");
  post.in_reply_to = text_at(part_at(reply, "parent"), "uri");
  post.thread = post.in_reply_to.empty() ? post.id : text_at(part_at(reply, "root"), "uri");
  if (const json& languages = part_at(record, "langs"); languages.is_array() && !languages.empty()) {
    if (languages[0].is_string()) post.language = languages[0].get<std::string>().substr(0, 2);
  }
  read_facets(record, post);
  const json& embed = part_at(record, "embed");
  const json& media = part_at(embed, "media");
  post.has_image = embed.contains("images") || media.contains("images");
  const json& quoted = part_at(embed, "record");
  post.quote_of = text_at(quoted.contains("uri") ? quoted : part_at(quoted, "record"), "uri");
  add_tags_and_links(post);
  if (auto checked = check_post(post); !checked) return checked.error();
  return post;
}

// A repost in a feed: the original, said again by somebody.
base::Result<Post> read_repost(const json& item) {
  auto post = read_post(part_at(item, "post"));
  if (!post) return post;
  const json& reason = part_at(item, "reason");
  post->boost_of = post->id;
  post->author = read_author(part_at(reason, "by"), "at://" + text_at(part_at(reason, "by"), "did") + "/");
  const auto at = read_instant(text_at(reason, "indexedAt"));
  if (at) post->created_at = *at;
  post->id = post->boost_of + "#" + post->author.id;
  post->thread = post->id;
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
      take(read_post(one["post"]));
    } else if (one.is_object() && (one.contains("record") || one.contains("value"))) {
      take(read_post(one));
    }
  }
}

}  // namespace networks
