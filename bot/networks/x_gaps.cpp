#include <algorithm>

#include "networks/x_listener.hpp"

// What no stream told: the time before a connection, and what was deleted.
namespace networks {

using domain::Post;
using domain::PostEvent;

namespace {

constexpr std::size_t posts_a_call = 100;
constexpr std::size_t few_posts = 50;
constexpr int slices_at_once = 10;  // then the stream has its turn
constexpr int most_repetitions = 4;
constexpr std::chrono::milliseconds first_pause{250};  // twice as long each time

}  // namespace

// Whether or not the stream brought it: what came after the last complete search is asked for. A long or busy
// time is cut into slices that fit on a page, the oldest first: pages begin with the newest, so whatever
// breaks a long walk would undo it, and its end would be the posts that wait longest.
base::Result<bool> XListener::search(const std::stop_token& stop) {
  for (int slices = 0; slices < slices_at_once && !stop.stop_requested(); ++slices) {
    const base::Instant complete = parts_.clock.now() - options_.pace.search_lag;
    const base::Instant begin = x_time_of(heard_);
    const base::Duration left = complete - begin;
    const bool is_last = left <= slice_;
    const bool is_small = std::min(left, slice_) <= shortest_slice;
    XReader::Range range{heard_, is_last ? "" : x_id_at(begin + slice_)};
    if (!is_small) range.most_pages = 1;
    auto found = patiently(range, stop);
    if (!found) return found.error();
    if (!found->whole && !is_small) {
      const base::Instant oldest = found->posts.empty() ? begin : x_time_of(found->posts.front().id);
      const base::Duration fits = (is_last ? parts_.clock.now() : begin + slice_) - oldest;
      slice_ = std::clamp<base::Duration>(
          fits, shortest_slice, std::max<base::Duration>(shortest_slice, std::min(slice_, left) / 2));
      continue;
    }
    const bool is_quiet = found->posts.size() < few_posts;
    if (!pass_on(std::move(found->posts))) return true;
    const std::string end = is_last ? x_id_at(complete) : range.until;
    if (x_id_less(heard_, end)) heard_ = end;
    if (is_last) return true;
    if (is_quiet) slice_ = std::min<base::Duration>(slice_ * 2, longest_slice);
  }
  return false;
}

// What breaks one slice is most often over a moment later, and the others should not wait a minute for it.
base::Result<XReader::Found> XListener::patiently(const XReader::Range& range, const std::stop_token& stop) {
  auto found = everything_in(range);
  for (int again = 0; !found && again < most_repetitions; ++again) {
    if (!options_.pause(stop, first_pause * (1 << again))) break;
    found = everything_in(range);
  }
  return found;
}

base::Result<XReader::Found> XListener::everything_in(const XReader::Range& range) {
  XReader::Found all;
  const auto add = [&](base::Result<XReader::Found> found) -> base::Status {
    if (!found) return found.error();
    all.whole = all.whole && found->whole;
    for (Post& post : found->posts) all.posts.push_back(std::move(post));
    return {};
  };
  for (const std::string& query : XRules::searches(options_.hashtags())) {
    if (auto added = add(parts_.reader.search(query, range)); !added) return added.error();
  }
  if (auto added = add(parts_.reader.mentions(parts_.memory.id(), range)); !added) return added.error();
  std::stable_sort(all.posts.begin(), all.posts.end(),
                   [](const Post& one, const Post& other) { return x_id_less(one.id, other.id); });
  return all;
}

// X tells nobody of deletions, so the posts that were answered are looked at once a day.
base::Status XListener::look_for_deletions() {
  const base::Instant now = parts_.clock.now();
  if (now - parts_.memory.checked() < options_.pace.deletions) return {};
  const std::vector<std::string> all = parts_.memory.answered(now);
  for (std::size_t begin = 0; begin < all.size(); begin += posts_a_call) {
    std::vector<std::string> ids;
    for (std::size_t i = begin; i < std::min(begin + posts_a_call, all.size()); ++i) ids.push_back(all[i]);
    const auto standing = parts_.reader.posts(ids);
    if (!standing) return standing.error();
    for (const Post& post : *standing) std::erase(ids, post.id);
    for (const std::string& id : ids) {
      PostEvent event;
      event.kind = PostEvent::Kind::deleted;
      event.post.network = domain::NetworkKind::x;
      event.post.id = id;
      wanted_ = wanted_ && sink_(std::move(event));
      if (!wanted_) return {};
      if (auto forgotten = parts_.memory.forget(id); !forgotten) return forgotten;
    }
  }
  return parts_.memory.set_checked(now);
}

}  // namespace networks
