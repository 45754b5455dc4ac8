#include "rules/limits.hpp"

#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

#include <algorithm>

namespace rules {
namespace {

using base::Instant;

constexpr std::chrono::minutes breaker_recheck{10};  // a facilitator's switch is noticed at the latest then

// What stands before this speech in the queue: everything planned up to then, less itself when it is asked
// again.
std::vector<Instant> ahead_of(const std::vector<Instant>& planned, Instant planned_at, Instant now) {
  const auto end = std::upper_bound(planned.begin(), planned.end(), planned_at);
  std::vector<Instant> ahead(planned.begin(), end);
  const bool asked_again = now > planned_at;
  if (asked_again && !ahead.empty() && ahead.back() == planned_at) ahead.pop_back();
  return ahead;
}

// When a rolling budget lets the next one through. Those ahead may themselves have been held: their releases
// are worked out in turn, so that a burst is spread instead of moved.
Instant release(const Calendar& calendar, const std::vector<Instant>& ahead, int budget,
                base::Duration window, Instant planned_at) {
  if (budget <= 0) return Instant::max();
  const auto size = static_cast<std::size_t>(budget);
  if (ahead.size() < size) return planned_at;
  std::vector<Instant> released;
  released.reserve(ahead.size());
  const auto next = [&](Instant planned) {
    const Instant earliest =
        released.size() < size ? planned : std::max(planned, released[released.size() - size] + window);
    return calendar.end_of_quiet_hours(earliest);
  };
  for (const Instant planned : ahead) released.push_back(next(planned));
  return next(planned_at);
}

struct Held {
  Instant until{};
  Reason reason = Reason::quiet_hours;
};

void later(Held& held, Instant until, Reason reason) {
  if (until > held.until) held = {until, reason};
}

// What the server's rules allow the bot's account, whichever cohort spoke.
void hold_to_caps(const Ruleset& ruleset, const domain::Spoken& spoken, Instant planned_at, Instant now,
                  Held& held) {
  using std::chrono::hours;
  const NetworkPolicy& policy = ruleset.policy(spoken.network);
  if (!has_caps(policy)) return;
  const auto ahead = ahead_of(spoken.on_network, planned_at, now);
  const auto hold = [&](int cap, base::Duration window, Reason reason) {
    if (cap > 0) later(held, release(ruleset.calendar(), ahead, cap, window, planned_at), reason);
  };
  hold(policy.per_hour, hours{1}, Reason::network_hour_used_up);
  hold(policy.per_day, hours{24}, Reason::network_day_used_up);
}

Held held_back(const Ruleset& ruleset, const domain::Spoken& spoken, bool is_reply, Instant planned_at,
               Instant now) {
  const domain::Budgets& budgets = ruleset.course().replies;
  const Calendar& calendar = ruleset.calendar();
  using std::chrono::hours;
  Held held{now};
  later(held, calendar.end_of_quiet_hours(now), Reason::quiet_hours);
  const auto in_cohort = ahead_of(spoken.in_cohort, planned_at, now);
  later(held, release(calendar, in_cohort, budgets.per_hour, hours{1}, planned_at), Reason::hour_used_up);
  later(held, release(calendar, in_cohort, budgets.per_day, hours{24}, planned_at), Reason::day_used_up);
  hold_to_caps(ruleset, spoken, planned_at, now, held);
  if (!is_reply) return held;
  later(held,
        release(calendar, ahead_of(spoken.to_person, planned_at, now), budgets.per_learner_day, hours{24},
                planned_at),
        Reason::learner_used_up);
  if (ahead_of(spoken.in_thread, planned_at, now).size() >=
      static_cast<std::size_t>(std::max(0, budgets.per_thread))) {
    later(held, Instant::max(), Reason::thread_used_up);
  }
  return held;
}

}  // namespace

Clearance clear_speech(const Ruleset& ruleset, const domain::Spoken& spoken, bool speech_stopped,
                       bool is_reply, Instant planned_at, Instant now) {
  const Instant deadline = planned_at + longest_hold;
  const Held held = speech_stopped ? Held{now + breaker_recheck, Reason::speech_stopped}
                                   : held_back(ruleset, spoken, is_reply, planned_at, now);
  if (held.until <= now) return {};
  const domain::Language language = domain::language_for_facilitators(ruleset.course());
  const std::string reason = in_words(language, held.reason);
  if (now >= deadline) return {Clearance::Kind::draft, {}, in_words(language, Reason::waited_long, {reason})};
  return {Clearance::Kind::hold, std::min(held.until, deadline), reason};
}

bool is_used_up(const Limit& limit, const std::string& rule, const std::vector<domain::Fired>& fired,
                Instant now) {
  using std::chrono::hours;
  const auto since = [&] {
    switch (limit.window) {
      case Limit::Window::ever:
        return Instant::min();
      case Limit::Window::hour:
        return now - hours{1};
      case Limit::Window::day:
        return now - hours{24};
      case Limit::Window::week:
        return now - hours{7 * 24};
    }
    return Instant::min();
  }();
  const auto counts = [&](const domain::Fired& one) {
    if (one.rule != rule || (limit.window != Limit::Window::ever && one.at <= since)) return false;
    switch (limit.per) {
      case Limit::Per::course:
        return true;
      case Limit::Per::learner:
        return one.for_this_person;
      case Limit::Per::thread:
        return one.in_this_thread;
    }
    return false;
  };
  return std::count_if(fired.begin(), fired.end(), counts) >= limit.count;
}

bool trips_breaker(const domain::Budgets& budgets, const std::vector<Instant>& by_account, Instant now) {
  const Instant since = now - std::chrono::minutes{budgets.breaker_minutes};
  const auto recent =
      std::count_if(by_account.begin(), by_account.end(), [&](Instant at) { return at > since; });
  return recent + 1 >= budgets.breaker_replies;
}

}  // namespace rules
