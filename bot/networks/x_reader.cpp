#include "networks/x_reader.hpp"

#include <algorithm>
#include <charconv>

#include "networks/archive_formats.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

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

base::Instant x_time_of(const std::string& id) {
  std::uint64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  return base::from_millis(static_cast<std::int64_t>(number >> id_shift) + first_id_millis);
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

base::Result<XReader::Found> XReader::search(const std::string& query, const Range& range) {
  return walk({"/2/tweets/search/recent", "next_token"}, range, {{"query", query}, {"max_results", "100"}});
}

base::Result<XReader::Found> XReader::mentions(const std::string& account, const Range& range) {
  const Way way{"/2/users/" + account + "/mentions", "pagination_token", XItem::mention_read,
                XSession::As::account};
  return walk(way, range, {{"max_results", "100"}});
}

base::Result<XReader::Found> XReader::own_posts(const std::string& account, const Range& range) {
  const Way way{"/2/users/" + account + "/tweets", "pagination_token", XItem::post_read,
                XSession::As::account};
  return walk(way, range, {{"max_results", "100"}});
}

base::Result<std::vector<Post>> XReader::posts(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ",") + id;
  auto found = walk({"/2/tweets"}, {}, {{"ids", list}});
  return found ? base::Result<std::vector<Post>>(std::move(found->posts)) : found.error();
}

// Page after page; the range stays the same on all of them.
base::Result<XReader::Found> XReader::walk(const Way& way, const Range& range, Parameters parameters) {
  if (!range.since.empty()) parameters.emplace_back("since_id", range.since);
  if (!range.until.empty()) parameters.emplace_back("until_id", range.until);
  for (auto& field : fields()) parameters.push_back(std::move(field));
  Found found;
  std::string token;
  for (std::size_t page = 0; page < range.most_pages; ++page) {
    if (!spend_.may_spend()) return Error{ErrorKind::unavailable, spend_.why_not()};
    Parameters asked = parameters;
    if (!token.empty()) asked.emplace_back(way.next, token);
    const auto answer = ask(way, asked);
    if (!answer) return answer.error();
    if (!answer->ok()) return refused_by(*answer);
    for (Post& post : take(answer->body, way.item)) found.posts.push_back(std::move(post));
    const std::string follows = text_at(part_at(answer->body, "meta"), "next_token");
    if (follows.empty() || follows == token) return found;
    token = follows;
  }
  found.whole = false;
  return found;
}

// An accident of the moment must not cost the pages before it: once more, at once.
base::Result<XAnswer> XReader::ask(const Way& way, const Parameters& parameters) {
  auto answer = session_.read(way.path, parameters, way.as);
  const bool accident = !answer || answer->status >= 500;
  return accident ? session_.read(way.path, parameters, way.as) : answer;
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
