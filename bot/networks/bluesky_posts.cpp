#include "networks/bluesky_posts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/archive_formats.hpp"
#include "networks/bluesky_facets.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

// Older clients wrote no offset; they meant UTC.
base::Result<base::Instant> read_instant(const std::string& text) {
  auto instant = base::parse_rfc3339(text);
  if (instant) return instant;
  auto as_utc = base::parse_rfc3339(text + "Z");
  if (as_utc) return as_utc;
  return Error{ErrorKind::invalid, "\"createdAt\" is not a time like 2026-03-03T21:50:00Z"};
}

// As the author says, who may say 2099: never later than the network had it.
base::Result<base::Instant> written_at(const json& view, const json& record) {
  auto created = read_instant(text_at(record, "createdAt"));
  const auto indexed = base::parse_rfc3339(text_at(view, "indexedAt"));
  if (created && indexed) return std::min(*created, *indexed);
  return created;
}

// Nobody may be answered who may not be read, or may not read us.
bool is_out_of_bounds(const json& viewer) {
  return flag_at(viewer, "muted") || flag_at(viewer, "blockedBy") || !text_at(viewer, "blocking").empty() ||
         part_at(viewer, "mutedByList").is_object() || part_at(viewer, "blockingByList").is_object();
}

void read_reply(const json& reply, Post& post) {
  post.in_reply_to = text_at(part_at(reply, "parent"), "uri");
  const std::string root = text_at(part_at(reply, "root"), "uri");
  post.thread = post.in_reply_to.empty() ? post.id : root;
  if (post.thread.empty()) post.thread = post.in_reply_to;
}

// Not every program marks the hashtags that it lets people type.
void add_unmarked_tags(Post& post) {
  std::set<std::string> marked;
  for (const std::string& tag : post.tags) marked.insert(base::fold(tag));
  for (const auto& tag : language::entities_of(post.text).hashtags) {
    if (marked.insert(base::fold(tag.text)).second) post.tags.push_back(tag.text);
  }
}

void read_embed(const json& embed, Post& post) {
  post.has_image = embed.contains("images") || part_at(embed, "media").contains("images");
  const json& quoted = part_at(embed, "record");
  post.quote_of = text_at(quoted.contains("uri") ? quoted : part_at(quoted, "record"), "uri");
}

}  // namespace

RecordAddress address_of(const std::string& uri) {
  constexpr std::string_view scheme = "at://";
  if (!uri.starts_with(scheme)) return {};
  const auto parts = base::split(std::string_view(uri).substr(scheme.size()), '/');
  RecordAddress address;
  address.account = parts[0];
  if (parts.size() > 1) address.collection = parts[1];
  if (parts.size() > 2) address.key = parts[2];
  return address;
}

std::string page_of(const std::string& uri) {
  const RecordAddress address = address_of(uri);
  if (address.collection != bluesky_post_type || address.key.empty()) return "";
  return "https://bsky.app/profile/" + address.account + "/post/" + address.key;
}

domain::Author read_bluesky_author(const json& profile, const std::string& uri) {
  domain::Author author;
  author.id = uri.empty() ? text_at(profile, "did") : address_of(uri).account;
  author.handle = text_at(profile, "handle");
  if (author.handle.empty()) author.handle = author.id;
  author.name = text_at(profile, "displayName");
  if (author.name.empty()) author.name = author.handle;
  author.muted = is_out_of_bounds(part_at(profile, "viewer"));
  author.wants_no_bots = base::fold(text_at(profile, "description")).find("#nobot") != std::string::npos;
  for (const json& label : part_at(profile, "labels")) {
    if (text_at(label, "val") == "bot") author.bot = true;
  }
  return author;
}

base::Result<Post> read_bluesky_post(const json& view) {
  const json& record = part_at(view, view.contains("record") ? "record" : "value");
  if (text_at(record, "$type") != bluesky_post_type) return Error{ErrorKind::invalid, "it is not a post"};
  Post post;
  post.network = domain::NetworkKind::bluesky;
  post.id = text_at(view, "uri");
  post.author = read_bluesky_author(part_at(view, "author"), post.id);
  const auto created = written_at(view, record);
  if (!created) return created.error();
  post.created_at = *created;
  post.text = text_at(record, "text");
  read_reply(part_at(record, "reply"), post);
  if (const json& languages = part_at(record, "langs"); languages.is_array() && !languages.empty()) {
    if (languages[0].is_string()) post.language = languages[0].get<std::string>().substr(0, 2);
  }
  read_facets(record, post);
  add_unmarked_tags(post);
  read_embed(part_at(record, "embed"), post);
  add_tags_and_links(post);
  post.url = page_of(post.id);
  if (auto checked = check_post(post); !checked) return checked.error();
  return post;
}

}  // namespace networks
