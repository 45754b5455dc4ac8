#include "store/memory_posts.hpp"

#include <algorithm>

#include "store/bare_post.hpp"

namespace store {

using domain::PostKey;
using domain::StoredPost;

namespace {

std::string key_of(const PostKey& key) {
  return joined({to_word(key.network), key.id});
}
std::string thread_key(domain::NetworkKind network, const std::string& thread) {
  return joined({to_word(network), thread});
}

}  // namespace

MemoryPosts::MemoryPosts(Journal& journal)
    : rows_(journal), by_thread_(journal), by_cohort_(journal), removed_(journal) {}

MemoryPosts::Remembered MemoryPosts::remember(const StoredPost& post) {
  const std::string key = key_of(post.post.key());
  const Row* known = rows_.find(key);
  if (known == nullptr) {
    if (removed_.find(key) != nullptr) return Remembered::known;
    put(key, {post, Keeping::whole});
    return Remembered::fresh;
  }
  if (known->keeping != Keeping::whole || known->stored.post.version >= post.post.version)
    return Remembered::known;
  put(key, {post, Keeping::whole});
  return Remembered::edited;
}

std::optional<StoredPost> MemoryPosts::find(const PostKey& key) {
  const Row* row = rows_.find(key_of(key));
  if (row == nullptr || row->keeping != Keeping::whole) return std::nullopt;
  return row->stored;
}

void MemoryPosts::set_decided(const PostKey& key) {
  const Row* row = rows_.find(key_of(key));
  if (row == nullptr || row->stored.decided) return;
  Row decided = *row;
  decided.stored.decided = true;
  rows_.put(key_of(key), std::move(decided));
}

std::vector<StoredPost> MemoryPosts::thread(domain::NetworkKind network, const std::string& thread) {
  std::vector<StoredPost> posts;
  for (const Timed& entry : by_thread_.of(thread_key(network, thread))) {
    const Row& row = rows_.at(entry.row);
    if (row.keeping == Keeping::whole) posts.push_back(row.stored);
  }
  return posts;
}

std::vector<StoredPost> MemoryPosts::recent(const std::string& cohort, std::size_t limit) {
  std::vector<StoredPost> posts;
  const auto& entries = by_cohort_.of(cohort);
  for (auto entry = entries.rbegin(); entry != entries.rend() && posts.size() < limit; ++entry) {
    const Row& row = rows_.at(entry->row);
    if (row.keeping == Keeping::whole) posts.push_back(row.stored);
  }
  return posts;
}

std::vector<base::Instant> MemoryPosts::times(const std::string& cohort, domain::NetworkKind network,
                                              std::size_t limit) {
  std::vector<base::Instant> times;
  const auto& entries = by_cohort_.of(cohort);
  for (auto entry = entries.rbegin(); entry != entries.rend() && times.size() < limit; ++entry) {
    const Row& row = rows_.at(entry->row);
    const bool counts = row.stored.post.network == network && !row.stored.by_bot;
    if (counts && row.keeping == Keeping::whole) times.push_back(entry->at);
  }
  return times;
}

void MemoryPosts::each(const std::string& cohort, const std::function<void(const StoredPost&)>& visit) {
  for (const Timed& entry : by_cohort_.of(cohort)) {
    const Row& row = rows_.at(entry.row);
    if (row.keeping == Keeping::whole) visit(row.stored);
  }
}

void MemoryPosts::erase(const PostKey& key) {
  const std::string name = key_of(key);
  const Row* row = rows_.find(name);
  if (row == nullptr) {  // deleted before we heard of it: it must not be decided when it comes in late
    removed_.put(name, true);
    return;
  }
  put(name, {bare(row->stored), Keeping::gone});
}

std::size_t MemoryPosts::erase_texts_before(const std::string& cohort, base::Instant before) {
  std::size_t erased = 0;
  const std::vector<Timed> entries = by_cohort_.of(cohort);
  for (const Timed& entry : entries) {
    if (entry.at >= before) break;
    const Row& row = rows_.at(entry.row);
    if (row.keeping != Keeping::whole) continue;
    put(key_of(row.stored.post.key()), {bare(row.stored), Keeping::counted});
    ++erased;
  }
  return erased;
}

std::int64_t MemoryPosts::count(const std::string& cohort) {
  return static_cast<std::int64_t>(by_cohort_.of(cohort).size());
}

std::vector<PostKey> MemoryPosts::written_by(const domain::AccountKey& author) const {
  std::vector<PostKey> keys;
  for (const auto& [id, row] : rows_.rows()) {
    if (row.stored.post.author_key() == author) keys.push_back(row.stored.post.key());
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<PostKey> MemoryPosts::answered_by_bot(const PostKey& post) const {
  std::vector<PostKey> keys;
  for (const auto& [id, row] : rows_.rows()) {
    const domain::Post& answer = row.stored.post;
    const bool below = answer.in_reply_to == post.id || answer.boost_of == post.id;
    if (row.stored.by_bot && answer.network == post.network && below) keys.push_back(answer.key());
  }
  return keys;
}

void MemoryPosts::remove(const PostKey& key) {
  const std::string name = key_of(key);
  if (const auto id = rows_.id_of(name)) {
    take_out_of_indexes(*id, rows_.at(*id));
    rows_.erase(name);
  }
  removed_.put(name, true);
}

void MemoryPosts::forget_mentions(const domain::AccountKey& person) {
  std::vector<StoredPost> mentioning;
  for (const auto& [id, row] : rows_.rows()) {
    const auto& mentions = row.stored.post.mentions;
    const bool named = std::find(mentions.begin(), mentions.end(), person.id) != mentions.end();
    if (named && row.stored.post.network == person.network) mentioning.push_back(row.stored);
  }
  for (StoredPost& stored : mentioning) {
    std::erase(stored.post.mentions, person.id);
    const std::string key = key_of(stored.post.key());
    rows_.put(key, {std::move(stored), Keeping::whole});
  }
}

void MemoryPosts::put(const std::string& key, Row row) {
  if (const auto id = rows_.id_of(key)) take_out_of_indexes(*id, rows_.at(*id));
  const domain::Post& post = row.stored.post;
  const std::string thread = thread_key(post.network, post.thread);
  const std::string cohort = row.stored.cohort;
  const base::Instant at = post.created_at;
  const bool counts = row.keeping != Keeping::gone;
  const std::int64_t id = rows_.put(key, std::move(row));
  by_thread_.insert(thread, {at, id});
  if (counts) by_cohort_.insert(cohort, {at, id});
}

void MemoryPosts::take_out_of_indexes(std::int64_t id, const Row& row) {
  const domain::Post& post = row.stored.post;
  by_thread_.erase(thread_key(post.network, post.thread), {post.created_at, id});
  if (row.keeping != Keeping::gone) by_cohort_.erase(row.stored.cohort, {post.created_at, id});
}

}  // namespace store
