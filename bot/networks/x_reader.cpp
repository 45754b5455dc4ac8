#include "networks/x_reader.hpp"

#include <algorithm>

#include "networks/archive_formats.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

constexpr std::size_t most_pages = 50;
constexpr std::int64_t first_id_millis = 1'288'834'974'657;  // when X began to make ids of times
constexpr unsigned id_shift = 22;

Error refused_by(const XAnswer& answer) {
  return {ErrorKind::unavailable, "X answered " + std::to_string(answer.status) + ": " + answer.words()};
}

}  // namespace

std::string x_id_at(base::Instant instant) {
  const std::int64_t millis = std::max<std::int64_t>(base::to_millis(instant) - first_id_millis, 0);
  return std::to_string(static_cast<std::uint64_t>(millis) << id_shift);
}

bool x_id_less(const std::string& one, const std::string& other) {
  return one.size() != other.size() ? one.size() < other.size() : one < other;
}

Parameters XReader::fields() {
  return {{"tweet.fields",
           "attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,"
           "referenced_tweets"},
          {"expansions", "author_id"},
          {"user.fields", "description,name,username"}};
}

base::Result<XReader::Self> XReader::self() {
  if (!spend_.may_spend()) return Error{ErrorKind::unavailable, spend_.why_not()};
  const auto answer = session_.read("/2/users/me", {}, XSession::As::account);
  if (!answer) return answer.error();
  const json& me = part_at(answer->body, "data");
  Self self{id_at(me, "id"), text_at(me, "username")};
  if (!answer->ok() || self.id.empty()) return refused_by(*answer);
  spend_.note_read(XItem::user_read, self.id);
  return self;
}

base::Result<std::vector<Post>> XReader::search(const std::string& query, const std::string& since) {
  Parameters asked{{"query", query}, {"max_results", "100"}};
  if (!since.empty()) asked.emplace_back("since_id", since);
  return walk("/2/tweets/search/recent", std::move(asked), "next_token", XItem::post_read, XSession::As::app);
}

base::Result<std::vector<Post>> XReader::mentions(const std::string& account, const std::string& since) {
  return walk("/2/users/" + account + "/mentions", {{"max_results", "100"}, {"since_id", since}},
              "pagination_token", XItem::mention_read, XSession::As::account);
}

base::Result<std::vector<Post>> XReader::own_posts(const std::string& account, base::Instant since) {
  return walk("/2/users/" + account + "/tweets", {{"max_results", "100"}, {"since_id", x_id_at(since)}},
              "pagination_token", XItem::post_read, XSession::As::account);
}

base::Result<std::vector<Post>> XReader::posts(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ",") + id;
  return walk("/2/tweets", {{"ids", list}}, "", XItem::post_read, XSession::As::app);
}

// Page after page; `since_id` stays the same on all of them.
base::Result<std::vector<Post>> XReader::walk(const std::string& path, Parameters parameters,
                                              const char* next, XItem item, XSession::As as) {
  for (auto& field : fields()) parameters.push_back(std::move(field));
  std::vector<Post> posts;
  std::string token;
  for (std::size_t page = 0; page < most_pages; ++page) {
    if (!spend_.may_spend()) return Error{ErrorKind::unavailable, spend_.why_not()};
    Parameters asked = parameters;
    if (!token.empty()) asked.emplace_back(next, token);
    const auto answer = session_.read(path, asked, as);
    if (!answer) return answer.error();
    if (!answer->ok()) return refused_by(*answer);
    for (Post& post : take(answer->body, item)) posts.push_back(std::move(post));
    const std::string follows = text_at(part_at(answer->body, "meta"), "next_token");
    if (follows.empty() || follows == token) return posts;
    token = follows;
  }
  ++cut_short_;
  return posts;
}

std::vector<Post> XReader::take(const json& page, XItem item) {
  std::vector<Post> posts;
  posts_of_x(page, [&](base::Result<Post> post) {
    if (post) {
      posts.push_back(std::move(post).value());
    } else {
      ++unreadable_;
    }
  });
  const json& found = part_at(page, "data");
  const auto note = [&](const json& one) { spend_.note_read(item, id_at(one, "id")); };
  if (found.is_object()) note(found);
  if (found.is_array()) std::for_each(found.begin(), found.end(), note);
  for (const json& user : part_at(part_at(page, "includes"), "users")) {
    spend_.note_read(XItem::user_read, id_at(user, "id"));
  }
  return posts;
}

}  // namespace networks
