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
constexpr std::size_t threads_a_look = 3;  // networks limit requests, and the thread has waits to end

}  // namespace

DraftThreads::DraftThreads(Decider& decider, Ports ports, Flock& flock, Scheduler::Run run)
    : decider_(decider),
      ports_(std::move(ports)),
      flock_(flock),
      run_(std::move(run)),
      started_(ports_.clock.now()) {}

void DraftThreads::look() {
  const base::Instant now = ports_.clock.now();
  const bool clock_went_back = next_ - now > pause;
  if (now < next_ && !clock_went_back) return;
  std::vector<domain::PostKey> posts = due(now);
  next_ = now + pause;
  if (posts.size() > threads_a_look) posts.resize(threads_a_look);
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
        if (draft.post_id.empty() || !ports_.networks.contains(draft.network)) continue;
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
    if (is_due(post, drafted, now) && !ports_.networks.at(post.network)->away_since()) posts.push_back(post);
  }
  return posts;
}

bool DraftThreads::is_due(const domain::PostKey& post, base::Instant drafted, base::Instant now) {
  const base::Instant looked = looked_.try_emplace(post, last_look_before_start(drafted)).first->second;
  return now - looked >= std::max<base::Duration>(first_look, looked - drafted);
}

base::Instant DraftThreads::last_look_before_start(base::Instant drafted) const {
  base::Duration age{0};
  for (base::Duration next = first_look; drafted + next <= started_; next *= 2) age = next;
  return drafted + age;
}

// What cannot be read now is read the next time.
void DraftThreads::read(const domain::PostKey& post) {
  std::optional<domain::StoredPost> stored;
  (void)ports_.store.read([&](domain::Tables& tables) -> base::Status {
    stored = tables.posts.find(post);
    return {};
  });
  if (!stored) return;
  auto thread = ports_.networks.at(post.network)->read_thread(stored->post);
  if (!thread) return;
  run_([this, post, thread = std::move(thread).value()](domain::Tables& tables, base::Instant at,
                                                        Aftermath& aftermath) {
    decider_.hear_thread(tables, post, thread, at, aftermath);
  });
}

}  // namespace app
