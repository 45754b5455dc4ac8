#include "networks/post_json.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

json or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

std::vector<std::string> list_at(const json& object, const char* key) {
  std::vector<std::string> words;
  const json& list = part_at(object, key);
  if (!list.is_array()) return words;
  for (const json& word : list) {
    if (word.is_string()) words.push_back(base::valid_utf8(word.get_ref<const std::string&>()));
  }
  return words;
}

domain::Author read_author(const json& object) {
  domain::Author author;
  author.id = id_at(object, "id");
  author.handle = text_at(object, "handle");
  author.name = text_at(object, "name");
  author.bot = flag_at(object, "bot");
  return author;
}

}  // namespace

json to_json(const Post& post) {
  const domain::Author& author = post.author;
  json out{
      {"id", post.id},
      {"network", to_word(post.network)},
      {"author", {{"id", author.id}, {"handle", author.handle}, {"name", author.name}, {"bot", author.bot}}},
      {"text", post.text},
      {"created_at", base::to_rfc3339(post.created_at)},
      {"in_reply_to", or_null(post.in_reply_to)},
      {"visibility", to_word(post.visibility)},
      {"language", or_null(post.language)},
      {"tags", post.tags},
      {"mentions", post.mentions},
      {"links", post.links},
      {"edited_at", nullptr},
      {"boost_of", or_null(post.boost_of)},
      {"url", or_null(post.url)}};
  if (post.edited_at) out["edited_at"] = base::to_rfc3339(*post.edited_at);
  return out;
}

base::Result<Post> post_from_json(const json& object) {
  Post post;
  post.id = id_at(object, "id");
  const auto network = domain::network_from_word(text_at(object, "network"));
  if (!network) return Error{ErrorKind::invalid, "\"network\" is none of practice, mastodon, bluesky, x"};
  post.network = *network;
  post.author = read_author(part_at(object, "author"));
  post.text = text_at(object, "text");
  const auto created = instant_at(object, "created_at");
  if (!created) return created.error();
  if (!*created) return Error{ErrorKind::invalid, "\"created_at\" is missing"};
  post.created_at = **created;
  post.in_reply_to = id_at(object, "in_reply_to");
  post.thread = post.in_reply_to.empty() ? post.id : post.in_reply_to;
  const std::string visibility = text_at(object, "visibility");
  post.visibility = domain::visibility_from_word(visibility.empty() ? "public" : visibility)
                        .value_or(domain::Visibility::direct);  // a word we do not know is not public
  post.language = text_at(object, "language");
  post.tags = list_at(object, "tags");
  post.mentions = list_at(object, "mentions");
  post.links = list_at(object, "links");
  const auto edited = instant_at(object, "edited_at");
  if (!edited) return edited.error();
  post.edited_at = *edited;
  post.boost_of = id_at(object, "boost_of");
  post.url = text_at(object, "url");
  if (auto status = check_post(post); !status) return status.error();
  return post;
}

std::string to_line(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

const json& part_at(const json& object, const char* key) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto place = object.find(key);
  return place == object.end() ? nothing : *place;
}

std::string text_at(const json& object, const char* key) {
  const json& value = part_at(object, key);
  return value.is_string() ? base::valid_utf8(value.get_ref<const std::string&>()) : "";
}

std::string id_at(const json& object, const char* key) {
  const json& value = part_at(object, key);
  return value.is_number_integer() ? value.dump() : text_at(object, key);
}

bool flag_at(const json& object, const char* key) {
  const json& value = part_at(object, key);
  return value.is_boolean() && value.get<bool>();
}

base::Result<std::optional<base::Instant>> instant_at(const json& object, const char* key) {
  const std::string text = text_at(object, key);
  if (text.empty()) return std::optional<base::Instant>();
  const auto instant = base::parse_rfc3339(text);
  if (!instant) {
    return Error{ErrorKind::invalid, '"' + std::string(key) + "\" is not a time like 2026-03-03T21:50:00Z"};
  }
  return std::optional(*instant);
}

base::Status check_post(const Post& post) {
  if (post.id.empty()) return Error{ErrorKind::invalid, "the post has no id"};
  if (post.author.id.empty()) return Error{ErrorKind::invalid, "the post has no author"};
  if (post.text.size() > longest_text) return Error{ErrorKind::invalid, "its text is longer than 64 KiB"};
  return {};
}

}  // namespace networks
