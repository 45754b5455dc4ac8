#include <algorithm>

#include "base/text.hpp"
#include "store/sqlite_tables.hpp"

namespace store {

using domain::AccountKey;
using domain::Consent;
using domain::PostKey;

domain::Person SqlitePeople::find(const std::string& cohort, const AccountKey& key) {
  domain::Person person;
  person.key = key;
  connection_.each(
      "SELECT handle, name FROM people WHERE network=?1 AND id=?2",
      [&](Row& row) {
        person.handle = row.text();
        person.name = row.text();
      },
      key.network, key.id);
  connection_.each(
      "SELECT joined, posts, first_post_at FROM members WHERE network=?1 AND id=?2 AND cohort=?3",
      [&](Row& row) {
        person.consent = row.flag() ? Consent::joined : Consent::unknown;
        person.posts = row.small();
        person.first_post_at = row.maybe_instant();
      },
      key.network, key.id, cohort);
  const std::int64_t stopped = connection_.number("SELECT 1 FROM stopped WHERE network=?1 AND hash=?2",
                                                  key.network, hash_.of("account", key.network, key.id));
  if (stopped != 0) person.consent = Consent::stopped;
  return person;
}

void SqlitePeople::note(const std::string& cohort, domain::NetworkKind network, const domain::Author& author,
                        base::Instant at, bool counts) {
  connection_.run(
      "INSERT INTO people VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET handle=?3, name=?4 "
      "WHERE handle<>?3 OR name<>?4",
      network, author.id, author.handle, author.name);
  const std::string folded = base::fold(author.handle);
  connection_.run("DELETE FROM handles WHERE network=?1 AND id=?2 AND folded<>?3", network, author.id,
                  folded);
  connection_.run("INSERT INTO handles VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET id=?3 WHERE id<>?3",
                  network, folded, author.id);
  if (!counts) return;
  connection_.run(
      "INSERT INTO members (cohort, network, id, posts, first_post_at) VALUES (?1, ?2, ?3, 1, ?4) "
      "ON CONFLICT DO UPDATE SET posts=posts+1, first_post_at=min(ifnull(first_post_at, ?4), ?4)",
      cohort, network, author.id, at);
}

void SqlitePeople::set_consent(const std::string& cohort, const AccountKey& key, Consent consent) {
  set_stopped(key, consent == Consent::stopped);
  if (consent == Consent::stopped) {
    connection_.run("UPDATE members SET joined=0 WHERE network=?1 AND id=?2", key.network, key.id);
  } else {
    connection_.run(
        "INSERT INTO members (cohort, network, id, joined) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO UPDATE SET joined=?4",
        cohort, key.network, key.id, consent == Consent::joined);
  }
}

std::optional<AccountKey> SqlitePeople::by_handle(domain::NetworkKind network, const std::string& handle) {
  return connection_.first(
      "SELECT id FROM handles WHERE network=?1 AND folded=?2",
      [&](Row& row) {
        return AccountKey{network, row.text()};
      },
      network, base::fold(handle));
}

void SqlitePeople::add_label(const std::string& cohort, const AccountKey& key, const std::string& label) {
  connection_.run("INSERT OR IGNORE INTO labels VALUES (?1, ?2, ?3, ?4)", cohort, key.network, key.id, label);
}

std::vector<std::string> SqlitePeople::labels(const std::string& cohort, const AccountKey& key) {
  std::vector<std::string> labels;
  connection_.each(
      "SELECT label FROM labels WHERE network=?1 AND id=?2 AND cohort=?3 ORDER BY label",
      [&](Row& row) { labels.push_back(row.text()); }, key.network, key.id, cohort);
  return labels;
}

std::vector<PostKey> SqlitePeople::forget(const AccountKey& key, bool keep_stopped) {
  std::vector<PostKey> withdrawn = said_to(key);
  std::vector<PostKey> written;
  connection_.each(
      "SELECT id FROM posts WHERE network=?1 AND author_id=?2",
      [&](Row& row) {
        written.push_back({key.network, row.text()});
      },
      key.network, key.id);
  for (const PostKey& post : written) {
    connection_.run("DELETE FROM outbox WHERE network=?1 AND post_id=?2", post.network, post.id);
    connection_.run("DELETE FROM drafts WHERE network=?1 AND post_id=?2", post.network, post.id);
    connection_.run("DELETE FROM waits WHERE network=?1 AND post_id=?2", post.network, post.id);
    connection_.run("DELETE FROM questions WHERE network=?1 AND post_id=?2", post.network, post.id);
    connection_.run("DELETE FROM cards WHERE network=?1 AND post_id=?2", post.network, post.id);
    connection_.run("DELETE FROM traces WHERE network=?1 AND cause=?2", post.network, post.id);
    connection_.run("DELETE FROM ledger WHERE network=?1 AND cause=?2", post.network, post.id);
    posts_.remove(post);
  }
  for (const PostKey& answer : withdrawn) posts_.remove(answer);
  posts_.forget_mentions(key);
  connection_.run("DELETE FROM outbox WHERE network=?1 AND account=?2", key.network, key.id);
  connection_.run("DELETE FROM drafts WHERE network=?1 AND account=?2", key.network, key.id);
  connection_.run("DELETE FROM ledger WHERE network=?1 AND account=?2 AND account<>''", key.network, key.id);
  connection_.run("DELETE FROM labels WHERE network=?1 AND id=?2", key.network, key.id);
  connection_.run("DELETE FROM members WHERE network=?1 AND id=?2", key.network, key.id);
  connection_.run("DELETE FROM handles WHERE network=?1 AND id=?2", key.network, key.id);
  connection_.run("DELETE FROM people WHERE network=?1 AND id=?2", key.network, key.id);
  set_stopped(key, keep_stopped);
  return withdrawn;
}

void SqlitePeople::set_stopped(const AccountKey& key, bool stopped) {
  const std::string hash = hash_.of("account", key.network, key.id);
  if (stopped) {
    connection_.run("INSERT OR IGNORE INTO stopped VALUES (?1, ?2)", key.network, hash);
  } else {
    connection_.run("DELETE FROM stopped WHERE network=?1 AND hash=?2", key.network, hash);
  }
}

// Ours, still standing: what was delivered for the person, and what the bot wrote below the person's posts.
std::vector<PostKey> SqlitePeople::said_to(const AccountKey& key) {
  std::vector<PostKey> said;
  connection_.each(
      "SELECT published_id AS id FROM outbox WHERE network=?1 AND published_id<>'' AND state<>'withdrawn' "
      "AND (account=?2 OR post_id IN (SELECT id FROM posts WHERE network=?1 AND author_id=?2)) "
      "UNION SELECT id FROM posts WHERE network=?1 AND by_bot "
      "AND in_reply_to IN (SELECT id FROM posts WHERE network=?1 AND author_id=?2) "
      "UNION SELECT id FROM posts WHERE network=?1 AND by_bot AND boost_of<>'' "
      "AND boost_of IN (SELECT id FROM posts WHERE network=?1 AND author_id=?2) ORDER BY id",
      [&](Row& row) {
        said.push_back({key.network, row.text()});
      },
      key.network, key.id);
  return said;
}

}  // namespace store
