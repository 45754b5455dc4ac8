#include "app/draft_threads.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/decider.hpp"
#include "app/flock.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

constexpr std::chrono::seconds pause{15};
constexpr std::chrono::minutes first_look{1};
constexpr std::size_t threads_a_call = 3;  // the thread that calls has waits to end, too

}  // namespace

DraftThreads::DraftThreads(Decider& decider, Ports ports, Flock& flock, Scheduler::Run run)
    : decider_(decider), ports_(std::move(ports)), flock_(flock), run_(std::move(run)) {}

void DraftThreads::look() {
  const base::Instant now = ports_.clock.now();
  const bool clock_went_back = next_ - now > pause;
  if (now < next_ && !clock_went_back) return;
  std::vector<domain::PostKey> posts = due(now);
  next_ = posts.size() > threads_a_call ? now : now + pause;
  if (posts.size() > threads_a_call) posts.resize(threads_a_call);
  for (const domain::PostKey& post : posts) {
    looked_[post] = now;
    read(post);
  }
}

std::vector<domain::PostKey> DraftThreads::due(base::Instant now) {
  std::map<domain::PostKey, base::Instant> open;  // post to its newest draft
  const auto done = ports_.store.read([&](domain::Tables& tables) -> base::Status {
    open.clear();
    for (const std::string& cohort : flock_.cohorts()) {
      for (const domain::Draft& draft : tables.drafts.open(cohort)) {
        if (draft.post_id.empty()) continue;
        base::Instant& drafted = open[{draft.network, draft.post_id}];
        drafted = std::max(drafted, draft.created_at);
      }
    }
    return {};
  });
  if (!done) {
    ports_.log->error("drafts cannot be read: {}", done.error().message);
    return {};
  }
  std::erase_if(looked_, [&](const auto& one) { return !open.contains(one.first); });
  std::vector<domain::PostKey> posts;
  for (const auto& [post, drafted] : open) {
    if (is_due(post, drafted, now)) posts.push_back(post);
  }
  return posts;
}

bool DraftThreads::is_due(const domain::PostKey& post, base::Instant drafted, base::Instant now) const {
  const auto looked = looked_.find(post);
  if (looked == looked_.end()) return now - drafted >= first_look;
  return now - looked->second >= std::max<base::Duration>(first_look, looked->second - drafted);
}

// What cannot be read now is read the next time.
void DraftThreads::read(const domain::PostKey& post) {
  const auto network = ports_.networks.find(post.network);
  if (network == ports_.networks.end()) return;
  std::optional<domain::StoredPost> stored;
  (void)ports_.store.read([&](domain::Tables& tables) -> base::Status {
    stored = tables.posts.find(post);
    return {};
  });
  if (!stored) return;
  auto thread = network->second->read_thread(stored->post);
  if (!thread) return;
  run_([this, post, thread = std::move(thread).value()](domain::Tables& tables, base::Instant at,
                                                        Aftermath& aftermath) {
    decider_.hear_thread(tables, post, thread, at, aftermath);
  });
}

}  // namespace app
