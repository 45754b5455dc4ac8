#include "language/reading.hpp"
#include "rules/decide.hpp"
#include "rules/due.hpp"
#include "rules/manners.hpp"
#include "rules/pass.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"
#include "rules/timed.hpp"
#include "rules/trace.hpp"

namespace rules {
namespace {

using domain::Decision;
using domain::Verdict;

Decision stopped(const Rule& rule, std::string reason) {
  Decision decision;
  decision.trace.lines.push_back({rule.name, Verdict::no, std::move(reason), false});
  return decision;
}

// What the case does not speak of: limits and budgets unused, nothing done before, heard at once.
domain::Facts untouched(const domain::Facts& facts, const domain::Post& post) {
  domain::Facts clean = facts;
  clean.fired.clear();
  clean.spoken = {};
  clean.said_here.clear();
  clean.said_by_account.clear();
  clean.acted.clear();
  clean.woken.clear();
  clean.holder.clear();
  clean.speech_stopped = false;
  clean.first_heard_at = post.created_at;
  clean.kept = true;
  return clean;
}

Decision ask_about_post(const Ruleset& ruleset, std::size_t place, const domain::Post& post,
                        const domain::Facts& facts, base::Instant now) {
  const Rule& rule = ruleset.rules()[place];
  const language::Reading reading = read(ruleset, post, facts.addressed);
  const Situation situation{ruleset, &post, &reading, facts, now, post.network, post.id, true};
  if (std::string why = why_not_asked(situation); !why.empty())
    return stopped(rule, in_words(situation, Reason::no_rule_asked, {why}));
  if (reading.command != language::Command::none && facts.addressed) {
    return stopped(rule,
                   in_words(situation, Reason::is_consent_word, {std::string(to_word(reading.command))}));
  }
  Decision decision;
  Pass pass(situation, decision, why_silent(situation));
  pass.wake(place);
  finish_trace(situation, decision, "");
  return decision;
}

}  // namespace

Decision ask_alone(const Ruleset& ruleset, const Rule& rule, const domain::Post& post,
                   const domain::Facts& facts, base::Instant now) {
  const domain::Language language = domain::language_for_facilitators(ruleset.course());
  const auto place = ruleset.index_of(rule.name);
  if (!place) return stopped(rule, in_words(language, Reason::no_such_rule));
  const domain::Facts clean = untouched(facts, post);
  if (!rule.every) return ask_about_post(ruleset, *place, post, clean, now);
  if (!is_scheduled(ruleset.calendar(), *rule.every, now)) {
    return stopped(
        rule, in_words(language, Reason::hour_is, {rule.every->shown, ruleset.calendar().show_time(now)}));
  }
  const Situation situation{ruleset, nullptr, nullptr, clean, now, post.network, due_cause(rule, now), true};
  return ask_timed(situation, *place);
}

}  // namespace rules
