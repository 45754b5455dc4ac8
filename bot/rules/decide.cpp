#include "rules/decide.hpp"

#include <algorithm>
#include <numeric>

#include "language/reader.hpp"
#include "rules/looks.hpp"
#include "rules/manners.hpp"
#include "rules/pass.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"
#include "rules/trace.hpp"

namespace rules {
namespace {

using domain::Decision;
using Places = std::vector<std::uint32_t>;

Situation situation_of(const Ruleset& ruleset, const domain::Post& post, const language::Reading* reading,
                       const domain::Facts& facts, base::Instant now) {
  return {ruleset, &post, reading, facts, now, post.network, post.id, false};
}

Decision not_asked(const Situation& situation, Decision decision) {
  decision.asked = false;
  finish_trace(situation, decision, why_not_asked(situation));
  return decision;
}

bool was_woken(const domain::Facts& facts, const std::string& rule) {
  return std::find(facts.woken.begin(), facts.woken.end(), rule) != facts.woken.end();
}

// The rules to look at: those whose words are in the post, and the woken ones wherever their words are now.
Places places_to_wake(const Situation& situation, Decision& decision) {
  Places places = situation.ruleset.candidates(*situation.reading);
  for (const std::string& name : situation.facts.woken) {
    const auto place = situation.ruleset.index_of(name);
    if (place && !situation.ruleset.rules()[*place].every) {
      places.push_back(static_cast<std::uint32_t>(*place));
    } else {
      decision.trace.lines.push_back(
          {name, domain::Verdict::no, in_words(situation, Reason::rule_gone), false});
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

// Only the woken rules; and below one that does not reply after all, the next that do, until one takes the
// reply.
void ask_woken(const Situation& situation, Decision& decision, Pass& pass) {
  bool next_may_reply = false;
  for (const std::uint32_t place : places_to_wake(situation, decision)) {
    const Rule& rule = situation.ruleset.rules()[place];
    if (was_woken(situation.facts, rule.name)) {
      if (!pass.wake(place)) next_may_reply = true;
    } else if (next_may_reply && rule.replies() && !pass.reply_is_taken()) {
      pass.hear(place);
    }
  }
}

// Everything but the choice of rules: manners come before and after them.
template <typename Ask>
Decision decide_with(const Situation& situation, const Ask& ask) {
  Decision decision;
  if (!is_worth_reading(situation)) return not_asked(situation, std::move(decision));
  if (hear_command(situation, decision)) {
    finish_trace(situation, decision, "");
    return decision;
  }
  call_human(situation, decision);
  if (!why_not_asked(situation).empty()) return not_asked(situation, std::move(decision));
  Pass pass(situation, decision, why_silent(situation));
  ask(decision, pass);
  finish_trace(situation, decision, "");
  return decision;
}

}  // namespace

language::Reading read(const Ruleset& ruleset, const domain::Post& post, bool addressed) {
  return ruleset.reader().read({post.text, post.language, addressed});
}

language::Reading read_to_decide(const Ruleset& ruleset, const domain::Post& post, bool addressed) {
  return ruleset.reader().read(
      {post.text, post.language, addressed},
      [&ruleset](const language::Reading& words) { return wanted_of(ruleset, words); });
}

Decision decide(const Ruleset& ruleset, const domain::Post& post, const domain::Facts& facts,
                base::Instant now) {
  const Situation unread = situation_of(ruleset, post, nullptr, facts, now);
  if (!is_worth_reading(unread)) return not_asked(unread, {});
  return decide(ruleset, post, read(ruleset, post, facts.addressed), facts, now);
}

Decision decide(const Ruleset& ruleset, const domain::Post& post, const language::Reading& reading,
                const domain::Facts& facts, base::Instant now) {
  const Situation situation = situation_of(ruleset, post, &reading, facts, now);
  return decide_with(situation, [&](Decision& decision, Pass& pass) {
    if (!facts.woken.empty()) return ask_woken(situation, decision, pass);
    for (const std::uint32_t place : ruleset.candidates(reading)) pass.hear(place);
  });
}

Decision explain(const Ruleset& ruleset, const domain::Post& post, const domain::Facts& facts,
                 base::Instant now) {
  domain::Facts first_time = facts;
  first_time.woken.clear();
  const language::Reading reading = read(ruleset, post, facts.addressed);
  const Situation situation = situation_of(ruleset, post, &reading, first_time, now);
  return decide_with(situation, [&](Decision&, Pass& pass) {
    for (std::size_t place = 0; place < ruleset.rules().size(); ++place) pass.hear(place);
  });
}

}  // namespace rules
