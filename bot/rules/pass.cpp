#include "rules/pass.hpp"

#include <algorithm>

#include "rules/etiquette.hpp"
#include "rules/limits.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::Verdict;

bool says_something(const Rule& rule) {
  return std::any_of(rule.then.begin(), rule.then.end(),
                     [](const Step& step) { return is_said_aloud(step.kind, step.target); });
}

bool does_something_silently(const Rule& rule) {
  return std::any_of(rule.then.begin(), rule.then.end(),
                     [](const Step& step) { return !is_said_aloud(step.kind, step.target); });
}

std::string steps_of(const Rule& rule) {
  std::string steps;
  for (const Step& step : rule.then) steps += (steps.empty() ? "" : ", ") + std::string(to_word(step.kind));
  return steps;
}

}  // namespace

Pass::Pass(const Situation& situation, domain::Decision& decision, std::string silent)
    : situation_(situation), decision_(decision), speaker_(situation, decision), silent_(std::move(silent)) {
  for (const domain::Acted& acted : situation.facts.acted) {
    if (acted.kind == domain::ActionKind::reply) take_reply(acted.rule, Reason::has_replied);
  }
  if (!situation.facts.holder.empty()) take_reply(situation.facts.holder, Reason::holds_reply);
}

void Pass::take_reply(const std::string& rule, Reason why) {
  if (!taken_by_.empty()) return;
  taken_by_ = rule;
  taken_why_ = in_words(situation_, why, {rule});
}

void Pass::line(const Rule& rule, Verdict verdict, std::string reason, bool near_miss) {
  decision_.trace.lines.push_back({rule.name, verdict, std::move(reason), near_miss});
}

bool Pass::is_shadow(const Rule& rule) const {
  return rule.mode == domain::Mode::shadow && !situation_.consent_given;
}

bool Pass::may_not_reply(const Rule& rule) const {
  return rule.replies() && !taken_by_.empty() && taken_by_ != rule.name;
}

std::optional<Judgement> Pass::consider(std::size_t place) {
  const Rule& rule = situation_.ruleset.rules()[place];
  Judgement judgement = judge(situation_, place);
  if (judgement.verdict == Verdict::no) {
    line(rule, Verdict::no, std::move(judgement.reason), judgement.near_miss);
    return std::nullopt;
  }
  if (rule.limit && is_used_up(*rule.limit, rule.name, situation_.facts.fired, situation_.now)) {
    line(rule, Verdict::skipped, in_words(situation_, Reason::limit_used_up, {rule.limit->shown}), true);
    return std::nullopt;
  }
  return judgement;
}

void Pass::hear(std::size_t place) {
  const Rule& rule = situation_.ruleset.rules()[place];
  if (rule.every)
    return line(rule, Verdict::no, in_words(situation_, Reason::runs_by_clock, {rule.every->shown}));
  const auto judgement = consider(place);
  if (!judgement) return;
  if (!rule.wait) return carry_out(rule, *judgement);
  const base::Instant due = due_of(rule);
  const bool thread_was_read = !situation_.facts.woken.empty();
  if (thread_was_read && due <= situation_.now) return carry_out(rule, *judgement);
  hold_back(rule, *judgement, due);
}

// Came due in quiet hours: asked again at their end, when the answer may have changed.
bool Pass::waits_for_morning(const Rule& rule) const {
  return rule.wait && situation_.post != nullptr && says_something(rule) && silent_.empty() &&
         !situation_.consent_given && situation_.ruleset.calendar().in_quiet_hours(situation_.now);
}

bool Pass::wake(std::size_t place) {
  const Rule& rule = situation_.ruleset.rules()[place];
  const auto judgement = consider(place);
  if (!judgement) return !rule.replies();
  if (waits_for_morning(rule)) {
    hold_back(rule, *judgement, situation_.ruleset.calendar().end_of_quiet_hours(situation_.now));
  } else {
    carry_out(rule, *judgement);
  }
  return !rule.replies() || !taken_by_.empty();
}

// Counted from when the post was written. Speech that would come due in quiet hours is asked again at their
// end.
base::Instant Pass::due_of(const Rule& rule) const {
  const Calendar& calendar = situation_.ruleset.calendar();
  const base::Instant written = situation_.post->created_at;
  base::Instant due = rule.wait->working_hours ? calendar.after_working_time(written, rule.wait->length)
                                               : written + rule.wait->length;
  due = std::max(due, situation_.now);
  return says_something(rule) ? calendar.end_of_quiet_hours(due) : due;
}

void Pass::hold_back(const Rule& rule, const Judgement& judgement, base::Instant due) {
  const bool beaten = may_not_reply(rule);
  if (beaten && !does_something_silently(rule)) return line(rule, Verdict::not_reached, taken_why_);
  if (!silent_.empty() && !does_something_silently(rule)) {
    return line(rule, Verdict::skipped, in_words(situation_, Reason::nothing_said, {silent_}), true);
  }
  const bool holds = rule.replies() && !beaten && silent_.empty() && !is_shadow(rule);
  decision_.waits.push_back({rule.name, due, holds});
  const std::string until = situation_.ruleset.calendar().show_time(due);
  if (beaten)
    return line(rule, Verdict::not_reached, in_words(situation_, Reason::waits_besides, {taken_why_, until}));
  if (holds) take_reply(rule.name, Reason::holds_reply);
  line(rule, judgement.verdict, in_words(situation_, Reason::waits, {until, judgement.reason}),
       judgement.near_miss);
}

void Pass::carry_out(const Rule& rule, const Judgement& judgement) {
  if (is_shadow(rule)) {
    const bool holds = judgement.verdict == Verdict::yes;
    return line(rule, judgement.verdict,
                holds ? in_words(situation_, Reason::in_shadow, {steps_of(rule), judgement.reason})
                      : judgement.reason,
                judgement.near_miss);
  }
  const std::size_t before = decision_.actions.size();
  if (judgement.verdict == Verdict::unknown) {
    line(rule, Verdict::unknown, judgement.reason, judgement.near_miss);
  } else {
    speak(rule, judgement);
  }
  speaker_.act(rule, judgement.notes);
  std::sort(decision_.actions.begin() + static_cast<std::ptrdiff_t>(before), decision_.actions.end(),
            [](const domain::Action& a, const domain::Action& b) { return a.index < b.index; });
}

void Pass::speak(const Rule& rule, const Judgement& judgement) {
  if (!says_something(rule)) return line(rule, Verdict::yes, judgement.reason);
  if (!silent_.empty())
    return line(rule, Verdict::skipped, in_words(situation_, Reason::nothing_said, {silent_}), true);
  if (may_not_reply(rule)) return line(rule, Verdict::not_reached, taken_why_);
  if (std::string why = speaker_.say(rule); !why.empty()) return line(rule, Verdict::skipped, why, true);
  line(rule, Verdict::yes, judgement.reason);
  if (!rule.replies()) return;
  take_reply(rule.name, Reason::replies_first);
  decision_.trace.winner = rule.name;
}

}  // namespace rules
