#include "rules/match.hpp"

#include "rules/finding.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::Verdict;

std::string line_of(const Condition& condition) {
  return condition.key + ": " + condition.shown;
}
std::string told(const Condition& condition, const Finding& finding) {
  return line_of(condition) + " - " + finding.why;
}

// All lines asked, counted: the reason needs the first that fails, a near miss needs to know that it is the
// only one.
struct Count {
  std::size_t held = 0;
  std::size_t failed = 0;
  std::string yes_reasons;
  std::string first_failure;
  std::string stopped_by;
  std::vector<std::string> notes;
};

// A rule without a post runs because its hour has come.
bool runs_now(const Situation& situation, const Rule& rule) {
  return rule.every && situation.post == nullptr;
}

void ask_when(const Situation& situation, std::size_t place, const Rule& rule, Count& count) {
  if (runs_now(situation, rule)) {
    const std::string time = situation.ruleset.calendar().show_time(situation.now);
    count.yes_reasons = in_words(situation, Reason::hour_is, {rule.every->shown, time});
  }
  for (std::size_t i = 0; i < rule.when.size(); ++i) {
    const Condition& condition = rule.when[i];
    const Finding finding =
        find_out(situation, condition.test, situation.ruleset.phrase_ids(place, i, false));
    if (finding.verdict == Verdict::yes) {
      ++count.held;
      const std::string reason = told(condition, finding);
      count.yes_reasons = count.yes_reasons.empty()
                              ? reason
                              : in_words(situation, Reason::one_and_another, {count.yes_reasons, reason});
    } else if (finding.verdict == Verdict::no) {
      if (count.failed++ == 0) count.first_failure = told(condition, finding);
    } else {
      count.notes.push_back(in_words(situation, Reason::could_not_check, {told(condition, finding)}));
    }
  }
}

void ask_unless(const Situation& situation, std::size_t place, const Rule& rule, Count& count) {
  for (std::size_t i = 0; i < rule.unless.size(); ++i) {
    const Condition& condition = rule.unless[i];
    const Finding finding = find_out(situation, condition.test, situation.ruleset.phrase_ids(place, i, true));
    if (finding.verdict == Verdict::yes && count.stopped_by.empty()) {
      count.stopped_by = in_words(situation, Reason::stopped_by, {told(condition, finding)});
    } else if (finding.verdict == Verdict::unknown) {
      count.notes.push_back(in_words(situation, Reason::could_not_check_unless, {told(condition, finding)}));
    }
  }
}

Judgement sum_up(const Situation& situation, Count count) {
  Judgement judgement;
  if (count.failed > 0) {
    judgement.reason = count.first_failure;
    // A rule with a single line would "nearly" match every post: another line must have held.
    judgement.near_miss =
        count.failed == 1 && count.held > 0 && count.stopped_by.empty() && count.notes.empty();
  } else if (!count.stopped_by.empty()) {
    judgement.reason = count.stopped_by;
    judgement.near_miss = count.notes.empty();
  } else if (!count.notes.empty()) {
    judgement.verdict = Verdict::unknown;
    judgement.reason = count.notes.front();
    judgement.near_miss = true;
    judgement.notes = std::move(count.notes);
  } else {
    judgement.verdict = Verdict::yes;
    judgement.reason =
        count.yes_reasons.empty() ? in_words(situation, Reason::asks_for_nothing) : count.yes_reasons;
  }
  return judgement;
}

}  // namespace

Judgement judge(const Situation& situation, std::size_t place) {
  const Rule& rule = situation.ruleset.rules()[place];
  Count count;
  ask_when(situation, place, rule, count);
  ask_unless(situation, place, rule, count);
  return sum_up(situation, std::move(count));
}

}  // namespace rules
