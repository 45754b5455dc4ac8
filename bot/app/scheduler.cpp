#include "app/scheduler.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/decider.hpp"
#include "app/flock.hpp"
#include "app/retention.hpp"
#include "domain/store.hpp"
#include "rules/due.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

constexpr std::chrono::hours longest_overdue{24};
constexpr std::size_t waits_per_turn = 200;

std::optional<base::Instant> earlier(std::optional<base::Instant> one, std::optional<base::Instant> other) {
  if (!one) return other;
  return other ? std::min(*one, *other) : one;
}

struct OverWait {
  Woken woken;
  base::Instant due{};
};

// Waits of one post that are over together are asked together: they compete for its one reply.
std::vector<OverWait> by_post(const std::vector<domain::StoredWait>& waits) {
  std::vector<OverWait> posts;
  for (const domain::StoredWait& stored : waits) {
    const domain::PostKey post{stored.network, stored.post_id};
    auto same = std::find_if(posts.begin(), posts.end(), [&](const OverWait& one) {
      return one.woken.post == post && one.woken.cohort == stored.cohort;
    });
    if (same == posts.end())
      same = posts.insert(posts.end(), {{stored.cohort, post, {}, {}}, stored.wait.due});
    same->woken.rules.push_back(stored.wait.rule);
    same->due = std::max(same->due, stored.wait.due);
  }
  return posts;
}

}  // namespace

Scheduler::Scheduler(Decider& decider, Ports ports, Flock& flock, Run run)
    : decider_(decider), ports_(std::move(ports)), flock_(flock), run_(std::move(run)) {}

bool Scheduler::run_due() {
  const base::Instant now = ports_.clock.now();
  const bool daily = run_daily(now);
  const bool timed = run_timed(now);
  const bool waits = run_waits(now);
  return daily || timed || waits;
}

std::optional<base::Instant> Scheduler::next_due(base::Instant now) {
  std::optional<base::Instant> next = next_day_;
  for (const std::string& cohort : flock_.cohorts()) {
    next = earlier(next, rules::next_due(*flock_.snapshot(cohort)->ruleset, now));
  }
  std::optional<base::Instant> wait;
  const auto read = ports_.store.read([&](domain::Tables& tables) -> base::Status {
    wait = tables.waits.next_due();
    return {};
  });
  if (!read) ports_.log->error("waits cannot be read: {}", read.error().message);
  return earlier(next, wait);
}

bool Scheduler::run_waits(base::Instant now) {
  std::vector<domain::StoredWait> over;
  const auto read = ports_.store.read([&](domain::Tables& tables) -> base::Status {
    over = tables.waits.due(now, waits_per_turn);
    return {};
  });
  if (!read) ports_.log->error("waits cannot be read: {}", read.error().message);
  bool any = false;
  for (const OverWait& one : by_post(over)) any = run_wait(one.woken, one.due, now) || any;
  return any;
}

bool Scheduler::run_wait(const Woken& over, base::Instant due, base::Instant now) {
  if (now - due > longest_overdue) {
    return run_([this, over](domain::Tables& tables, base::Instant at, Aftermath& aftermath) {
      decider_.lapse(tables, over, at, aftermath);
    });
  }
  Woken woken = over;
  std::optional<domain::StoredPost> post;
  (void)ports_.store.read([&](domain::Tables& tables) -> base::Status {
    post = tables.posts.find(woken.post);
    return {};
  });
  const auto network = ports_.networks.find(woken.post.network);
  if (post && network != ports_.networks.end()) {
    auto thread = network->second->read_thread(post->post);
    if (thread) woken.thread = std::move(thread).value();
  }
  return run_(
      [this, woken = std::move(woken)](domain::Tables& tables, base::Instant at, Aftermath& aftermath) {
        decider_.wake(tables, woken, at, aftermath);
      });
}

bool Scheduler::run_timed(base::Instant now) {
  bool any = false;
  for (const std::string& cohort : flock_.cohorts()) {
    const auto ruleset = flock_.snapshot(cohort)->ruleset;
    Timed& timed = timed_[cohort];
    const bool known = timed.ruleset == ruleset->version();
    if (known && (!timed.next || now < *timed.next)) continue;
    timed = {ruleset->version(), rules::next_due(*ruleset, now)};
    if (known || timed.next) {
      any = run_([this, cohort](domain::Tables& tables, base::Instant at, Aftermath& aftermath) {
        decider_.run_timed(tables, cohort, at, aftermath);
      });
    }
  }
  return any;
}

// At the start, and again when the day changes in any of the courses.
bool Scheduler::run_daily(base::Instant now) {
  if (next_day_ && now < *next_day_) return false;
  next_day_ = next_midnight(now);
  renew_rulesets(flock_, now);
  return run_([this](domain::Tables& tables, base::Instant at, Aftermath& aftermath) {
    if (throw_away(tables, flock_, at)) aftermath.erased = true;
  });
}

base::Instant Scheduler::next_midnight(base::Instant now) const {
  base::Instant next = std::chrono::floor<std::chrono::days>(now) + std::chrono::days{1};
  for (const std::string& cohort : flock_.cohorts()) {
    const rules::Calendar& calendar = flock_.snapshot(cohort)->ruleset->calendar();
    const std::chrono::sys_days tomorrow =
        std::chrono::sys_days{calendar.local(now).date} + std::chrono::days{1};
    next = std::min(next, calendar.instant(tomorrow, std::chrono::minutes{0}));
  }
  return next;
}

}  // namespace app
