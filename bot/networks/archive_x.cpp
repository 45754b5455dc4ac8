#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "networks/archive_formats.hpp"
#include "networks/post_json.hpp"

// X's API v2: pages with "data" and "includes", stream lines, or bare posts.
namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

using Authors = std::map<std::string, domain::Author>;

Authors read_users(const json& page) {
  Authors authors;
  for (const json& user : part_at(part_at(page, "includes"), "users")) {
    domain::Author author;
    author.id = id_at(user, "id");
    author.handle = text_at(user, "username");
    author.name = text_at(user, "name");
    author.wants_no_bots = base::fold(text_at(user, "description")).find("#nobot") != std::string::npos;
    authors.emplace(author.id, author);
  }
  return authors;
}

void read_entities(const json& entities, Post& post) {
  for (const json& tag : part_at(entities, "hashtags")) post.tags.push_back(text_at(tag, "tag"));
  for (const json& mention : part_at(entities, "mentions")) post.mentions.push_back(id_at(mention, "id"));
  for (const json& link : part_at(entities, "urls")) {
    const std::string expanded = text_at(link, "expanded_url");
    post.links.push_back(expanded.empty() ? text_at(link, "url") : expanded);
  }
}

void read_references(const json& tweet, Post& post) {
  for (const json& reference : part_at(tweet, "referenced_tweets")) {
    const std::string type = text_at(reference, "type");
    const std::string id = id_at(reference, "id");
    if (type == "replied_to") post.in_reply_to = id;
    if (type == "quoted") post.quote_of = id;
    if (type == "retweeted") post.boost_of = id;
  }
}

// Every edit has an id of its own; the first one stays the post's.
void read_versions(const json& tweet, Post& post) {
  const json& history = part_at(tweet, "edit_history_tweet_ids");
  if (!history.is_array() || history.size() < 2 || !history[0].is_string()) return;
  post.id = history[0].get<std::string>();
  post.version = static_cast<int>(history.size()) - 1;
  post.edited_at = post.created_at;
}

base::Result<Post> read_tweet(const json& tweet, const Authors& authors) {
  Post post;
  post.network = domain::NetworkKind::x;
  post.id = id_at(tweet, "id");
  post.author.id = id_at(tweet, "author_id");
  if (const auto author = authors.find(post.author.id); author != authors.end()) post.author = author->second;
  if (post.author.handle.empty()) post.author.handle = post.author.id;
  const auto created = instant_at(tweet, "created_at");
  if (!created) return created.error();
  if (!*created) return Error{ErrorKind::invalid, "\"created_at\" is missing"};
  post.created_at = **created;
  const json& whole = part_at(tweet, "note_tweet");  // beyond 280 characters the rest stands here
  post.text = unescaped(text_at(whole.is_object() ? whole : tweet, "text"));
  read_references(tweet, post);
  read_versions(tweet, post);
  post.thread = id_at(tweet, "conversation_id");
  if (post.thread.empty()) post.thread = post.in_reply_to.empty() ? post.id : post.in_reply_to;
  const std::string language = text_at(tweet, "lang");
  post.language = language.size() == 2 ? language : "";  // und, qme, … say nothing
  read_entities(part_at(whole.is_object() ? whole : tweet, "entities"), post);
  const json& attachments = part_at(tweet, "attachments");
  post.has_image = attachments.contains("media_keys");
  post.has_poll = attachments.contains("poll_ids");
  post.url = "https://x.com/i/status/" + id_at(tweet, "id");
  add_tags_and_links(post);
  if (auto checked = check_post(post); !checked) return checked.error();
  return post;
}

}  // namespace

void posts_of_x(const json& value, const OnPost& take) {
  const Authors authors = read_users(value);
  const json& found = part_at(value, "data");
  if (found.is_array()) {
    for (const json& tweet : found) take(read_tweet(tweet, authors));
  } else if (found.is_object()) {
    take(read_tweet(found, authors));
  } else if (value.contains("text")) {
    take(read_tweet(value, authors));
  }
}

std::string unescaped(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 3> entities{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    bool replaced = false;
    for (const auto& [entity, letter] : entities) {
      if (text.compare(i, entity.size(), entity) != 0) continue;
      plain += letter;
      i += entity.size();
      replaced = true;
      break;
    }
    if (!replaced) plain += text[i++];
  }
  return plain;
}

}  // namespace networks
