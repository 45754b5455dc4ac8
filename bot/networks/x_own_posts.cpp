#include "networks/x_own_posts.hpp"

#include <algorithm>
#include <chrono>

#include "networks/x_reader.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;

namespace {

constexpr std::size_t most_pages = 50;
// X shows a post a little later than its id says; what came after it may be seen first.
constexpr std::chrono::minutes shown_late{5};
constexpr std::chrono::hours kept{24};  // nobody asks for older ones

std::string before(const std::string& id, base::Duration span) {
  return x_id_at(x_time_of(id) - span);
}

Error too_long() {
  return {ErrorKind::in_doubt, "The bot's own timeline is too long to be sure."};
}

}  // namespace

bool XOwnPosts::OlderFirst::operator()(const std::string& one, const std::string& other) const {
  return x_id_less(one, other);
}

base::Result<std::optional<Post>> XOwnPosts::find(const std::string& account, base::Instant since,
                                                  const IsIt& is_it) {
  const std::lock_guard lock(mutex_);
  if (account != account_) {
    posts_.clear();
    oldest_.clear();
    newest_.clear();
    account_ = account;
  }
  const std::string first = x_id_at(since);
  const auto found = [&]() -> std::optional<Post> {
    const auto it = std::find_if(posts_.lower_bound(first), posts_.end(),
                                 [&](const auto& known) { return is_it(known.second); });
    return it == posts_.end() ? std::nullopt : std::optional(it->second);
  };
  if (auto known = found()) return known;
  const base::Status all = read(first);
  // What was read is true, whatever failed after it.
  auto known = found();
  if (!known && !all) return all.error();
  return known;
}

void XOwnPosts::forget(const IsIt& is_it) {
  const std::lock_guard lock(mutex_);
  std::erase_if(posts_, [&](const auto& known) { return is_it(known.second); });
}

base::Status XOwnPosts::read(const std::string& since) {
  if (newest_.empty()) return read_older(since);
  if (auto newer = read_newer(); !newer) return newer;
  auto older = read_older(since);
  forget_before(before(newest_, kept));
  return older;
}

// From the top down to what is known. Should a page fail, there is a hole between: it is begun anew.
base::Status XOwnPosts::read_newer() {
  const std::string since = before(newest_, shown_late);
  std::string until;
  for (std::size_t pages = 0; pages < most_pages; ++pages) {
    const auto found = page(since, until);
    if (!found) return found.error();
    if (found->whole) {
      if (!posts_.empty()) newest_ = std::max(newest_, posts_.rbegin()->first, x_id_less);
      return {};
    }
    until = found->oldest;
  }
  return too_long();
}

// From what is known downwards; every page that came counts.
base::Status XOwnPosts::read_older(const std::string& since) {
  for (std::size_t pages = 0; pages < most_pages; ++pages) {
    if (!oldest_.empty() && !x_id_less(since, oldest_)) return {};
    const auto found = page(since, oldest_);
    if (!found) return found.error();
    if (newest_.empty() && !posts_.empty()) newest_ = posts_.rbegin()->first;
    if (!newest_.empty()) oldest_ = found->whole ? since : found->oldest;
    if (found->whole) return {};
  }
  return too_long();
}

base::Result<XOwnPosts::Page> XOwnPosts::page(const std::string& since, const std::string& until) {
  auto found = reader_.own_posts(account_, {since, until, 1});
  if (!found) return found.error();
  if (found->posts.empty() && !found->whole) return too_long();
  Page page{"", found->whole};
  for (Post& post : found->posts) {
    if (page.oldest.empty() || x_id_less(post.id, page.oldest)) page.oldest = post.id;
    posts_.insert_or_assign(post.id, std::move(post));
  }
  return page;
}

void XOwnPosts::forget_before(const std::string& since) {
  posts_.erase(posts_.begin(), posts_.lower_bound(since));
  if (x_id_less(oldest_, since)) oldest_ = since;
}

}  // namespace networks
