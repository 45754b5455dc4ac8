#include "networks/mastodon_status.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/archive_formats.hpp"
#include "networks/post_json.hpp"
#include "networks/url.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

domain::Visibility read_visibility(const std::string& word) {
  if (word == "public") return domain::Visibility::open;
  if (word == "unlisted") return domain::Visibility::quiet;
  return word == "private" ? domain::Visibility::followers : domain::Visibility::direct;
}

std::vector<std::string> each_at(const json& status, const char* list, const char* key) {
  std::vector<std::string> found;
  for (const json& one : part_at(status, list)) found.push_back(id_at(one, key));
  return found;
}

std::string read_text(const json& status) {
  const std::string text = language::html_to_text(text_at(status, "content"));
  const std::string warning = text_at(status, "spoiler_text");
  return warning.empty() ? text : warning + "\n\n" + text;
}

// An edit keeps the id. Its age, in seconds, is a number that grows from edit to edit and that every server
// and every run of the bot agrees on.
int version_of(const Post& post) {
  if (!post.edited_at) return 0;
  const auto age =
      std::chrono::duration_cast<std::chrono::seconds>(*post.edited_at - post.created_at).count();
  return static_cast<int>(std::clamp<std::int64_t>(age, 0, 1'000'000'000)) + 1;
}

}  // namespace

domain::Author read_mastodon_account(const json& account) {
  domain::Author author;
  author.id = id_at(account, "id");
  author.handle = text_at(account, "acct");
  author.name = text_at(account, "display_name");
  if (author.name.empty()) author.name = text_at(account, "username");
  author.bot = flag_at(account, "bot");
  // In the HTML the # and the word stand in different tags.
  const std::string note = base::fold(language::html_to_text(text_at(account, "note")));
  author.wants_no_bots = note.find("#nobot") != std::string::npos;
  return author;
}

base::Result<MastodonStatus> read_mastodon_status(const json& status) {
  Post post;
  post.network = domain::NetworkKind::mastodon;
  post.id = id_at(status, "id");
  post.author = read_mastodon_account(part_at(status, "account"));
  const auto created = instant_at(status, "created_at");
  const auto edited = instant_at(status, "edited_at");
  if (!created) return created.error();
  if (!edited) return edited.error();
  if (!*created) return Error{ErrorKind::invalid, "\"created_at\" is missing"};
  post.created_at = **created;
  post.edited_at = *edited;
  post.version = version_of(post);
  post.text = read_text(status);
  post.in_reply_to = id_at(status, "in_reply_to_id");
  post.thread = post.in_reply_to.empty() ? post.id : post.in_reply_to;
  post.visibility = read_visibility(text_at(status, "visibility"));
  post.language = text_at(status, "language");
  post.tags = each_at(status, "tags", "name");
  post.mentions = each_at(status, "mentions", "id");
  for (const std::string& type : each_at(status, "media_attachments", "type")) {
    if (type == "image") post.has_image = true;
  }
  post.has_poll = part_at(status, "poll").is_object();
  post.boost_of = id_at(part_at(status, "reblog"), "id");
  post.quote_of = id_at(part_at(part_at(status, "quote"), "quoted_status"), "id");
  post.url = text_at(status, "url");
  add_tags_and_links(post);
  if (auto checked = check_post(post); !checked) return checked.error();
  return MastodonStatus{std::move(post), text_at(status, "uri")};
}

std::string mastodon_status_path(const std::string& id, const std::string& more) {
  return "/api/v1/statuses/" + percent_encoded(id) + more;
}

domain::Published read_mastodon_published(const json& status) {
  return {id_at(status, "id"), text_at(status, "url")};
}

bool is_later_id(std::string_view one, std::string_view other) {
  return one.size() != other.size() ? one.size() > other.size() : one > other;
}

MastodonInstance read_mastodon_instance(const json& instance) {
  MastodonInstance out;
  const json& configuration = part_at(instance, "configuration");
  out.streaming = text_at(part_at(configuration, "urls"), "streaming");
  const json& longest = part_at(part_at(configuration, "statuses"), "max_characters");
  if (longest.is_number_integer()) out.max_characters = std::clamp(longest.get<int>(), 1, 1'000'000);
  const json& feeds = part_at(part_at(configuration, "timelines_access"), "hashtag_feeds");
  for (const char* where : {"local", "remote"}) {
    if (text_at(feeds, where) == "disabled") out.hashtags_are_closed = true;
  }
  return out;
}

}  // namespace networks
