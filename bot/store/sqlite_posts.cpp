#include <nlohmann/json.hpp>

#include "store/bare_post.hpp"
#include "store/sqlite_tables.hpp"

namespace store {

using domain::Post;
using domain::PostKey;
using domain::StoredPost;

// The columns in the order in which put() binds and read_post() reads them.
#define POST_COLUMNS                                                                                         \
  "network, id, version, cohort, kept, by_bot, decided, author_id, author_handle, author_name, author_bot, " \
  "author_wants_no_bots, author_muted, text, created_at, in_reply_to, thread, visibility, language, tags, "  \
  "mentions, "                                                                                               \
  "links, has_image, has_poll, edited_at, boost_of, quote_of, url"

namespace {

std::string to_list(const std::vector<std::string>& words) {
  return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> from_list(const std::string& text) {
  return nlohmann::json::parse(text).get<std::vector<std::string>>();
}

void read_author(Row& row, domain::Author& author) {
  author.id = row.text();
  author.handle = row.text();
  author.name = row.text();
  author.bot = row.flag();
  author.wants_no_bots = row.flag();
  author.muted = row.flag();
}

StoredPost read_post(Row& row) {
  StoredPost stored;
  Post& post = stored.post;
  post.network = row.word(domain::NetworkKind::x);
  post.id = row.text();
  post.version = row.small();
  stored.cohort = row.text();
  stored.kept = row.flag();
  stored.by_bot = row.flag();
  stored.decided = row.flag();
  read_author(row, post.author);
  post.text = row.text();
  post.created_at = row.instant();
  post.in_reply_to = row.text();
  post.thread = row.text();
  post.visibility = row.word(domain::Visibility::direct);
  post.language = row.text();
  post.tags = from_list(row.text());
  post.mentions = from_list(row.text());
  post.links = from_list(row.text());
  post.has_image = row.flag();
  post.has_poll = row.flag();
  post.edited_at = row.maybe_instant();
  post.boost_of = row.text();
  post.quote_of = row.text();
  post.url = row.text();
  return stored;
}

// Inserts, or replaces in place: a post keeps its order of arrival.
void put(Connection& connection, const StoredPost& stored, std::string_view keeping) {
  const Post& post = stored.post;
  const domain::Author& author = post.author;
  connection.run("INSERT INTO posts (" POST_COLUMNS
                 ", keeping) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
                 "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29) ON "
                 "CONFLICT DO UPDATE SET "
                 "version=?3, cohort=?4, kept=?5, by_bot=?6, decided=?7, author_id=?8, author_handle=?9, "
                 "author_name=?10, "
                 "author_bot=?11, author_wants_no_bots=?12, author_muted=?13, text=?14, created_at=?15, "
                 "in_reply_to=?16, "
                 "thread=?17, visibility=?18, language=?19, tags=?20, mentions=?21, links=?22, "
                 "has_image=?23, has_poll=?24, "
                 "edited_at=?25, boost_of=?26, quote_of=?27, url=?28, keeping=?29",
                 post.network, post.id, post.version, stored.cohort, stored.kept, stored.by_bot,
                 stored.decided, author.id, author.handle, author.name, author.bot, author.wants_no_bots,
                 author.muted, post.text, post.created_at, post.in_reply_to, post.thread, post.visibility,
                 post.language, to_list(post.tags), to_list(post.mentions), to_list(post.links),
                 post.has_image, post.has_poll, post.edited_at, post.boost_of, post.quote_of, post.url,
                 keeping);
}

}  // namespace

SqlitePosts::Remembered SqlitePosts::remember(const StoredPost& post) {
  struct Known {
    int version;
    std::string keeping;
  };
  const PostKey key = post.post.key();
  const auto known = connection_.first(
      "SELECT version, keeping FROM posts WHERE network=?1 AND id=?2",
      [](Row& row) {
        const int version = row.small();
        return Known{version, row.text()};
      },
      key.network, key.id);
  if (!known) {
    const std::int64_t removed = connection_.number("SELECT 1 FROM removed WHERE network=?1 AND hash=?2",
                                                    key.network, hash_.of("post", key.network, key.id));
    if (removed != 0) return Remembered::known;
    put(connection_, post, "whole");
    return Remembered::fresh;
  }
  if (known->keeping != "whole" || known->version >= post.post.version) return Remembered::known;
  put(connection_, post, "whole");
  return Remembered::edited;
}

std::optional<StoredPost> SqlitePosts::find(const PostKey& key) {
  return connection_.first("SELECT " POST_COLUMNS
                           " FROM posts WHERE network=?1 AND id=?2 AND keeping='whole'",
                           read_post, key.network, key.id);
}

void SqlitePosts::set_decided(const PostKey& key) {
  connection_.run("UPDATE posts SET decided=1 WHERE network=?1 AND id=?2 AND NOT decided", key.network,
                  key.id);
}

std::vector<StoredPost> SqlitePosts::thread(domain::NetworkKind network, const std::string& thread) {
  std::vector<StoredPost> posts;
  connection_.each(
      "SELECT " POST_COLUMNS
      " FROM posts WHERE network=?1 AND thread=?2 AND keeping='whole' ORDER BY created_at, rowid",
      [&](Row& row) { posts.push_back(read_post(row)); }, network, thread);
  return posts;
}

std::vector<StoredPost> SqlitePosts::recent(const std::string& cohort, std::size_t limit) {
  std::vector<StoredPost> posts;
  connection_.each(
      "SELECT " POST_COLUMNS
      " FROM posts WHERE cohort=?1 AND keeping='whole' ORDER BY created_at DESC, rowid DESC LIMIT ?2",
      [&](Row& row) { posts.push_back(read_post(row)); }, cohort, static_cast<std::int64_t>(limit));
  return posts;
}

std::vector<base::Instant> SqlitePosts::times(const std::string& cohort, domain::NetworkKind network,
                                              std::size_t limit) {
  std::vector<base::Instant> times;
  connection_.each(
      "SELECT created_at FROM posts WHERE cohort=?1 AND network=?2 AND NOT by_bot AND keeping='whole' "
      "ORDER BY created_at DESC LIMIT ?3",
      [&](Row& row) { times.push_back(row.instant()); }, cohort, network, static_cast<std::int64_t>(limit));
  return times;
}

void SqlitePosts::each(const std::string& cohort, const std::function<void(const StoredPost&)>& visit) {
  connection_.each(
      "SELECT " POST_COLUMNS " FROM posts WHERE cohort=?1 AND keeping='whole' ORDER BY created_at, rowid",
      [&](Row& row) { visit(read_post(row)); }, cohort);
}

void SqlitePosts::erase(const PostKey& key) {
  const auto stored = connection_.first("SELECT " POST_COLUMNS " FROM posts WHERE network=?1 AND id=?2",
                                        read_post, key.network, key.id);
  if (stored) {
    put(connection_, bare(*stored), "gone");
  } else {  // deleted before we heard of it: it must not be decided when it comes in late
    remove(key);
  }
}

std::size_t SqlitePosts::erase_texts_before(const std::string& cohort, base::Instant before) {
  std::vector<StoredPost> old;
  connection_.each(
      "SELECT " POST_COLUMNS " FROM posts WHERE cohort=?1 AND created_at<?2 AND keeping='whole'",
      [&](Row& row) { old.push_back(bare(read_post(row))); }, cohort, before);
  for (const StoredPost& stored : old) put(connection_, stored, "counted");
  return old.size();
}

std::int64_t SqlitePosts::count(const std::string& cohort) {
  return connection_.number("SELECT count(*) FROM posts WHERE cohort=?1 AND keeping<>'gone'", cohort);
}

void SqlitePosts::remove(const PostKey& key) {
  connection_.run("DELETE FROM posts WHERE network=?1 AND id=?2", key.network, key.id);
  connection_.run("INSERT OR IGNORE INTO removed VALUES (?1, ?2)", key.network,
                  hash_.of("post", key.network, key.id));
}

void SqlitePosts::forget_mentions(const domain::AccountKey& person) {
  std::vector<StoredPost> mentioning;
  connection_.each(
      "SELECT " POST_COLUMNS
      " FROM posts WHERE network=?1 AND EXISTS (SELECT 1 FROM json_each(mentions) WHERE value=?2)",
      [&](Row& row) { mentioning.push_back(read_post(row)); }, person.network, person.id);
  for (StoredPost& stored : mentioning) {
    std::erase(stored.post.mentions, person.id);
    put(connection_, stored, "whole");
  }
}

}  // namespace store
