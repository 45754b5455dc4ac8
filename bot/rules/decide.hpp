// The heart: what to do about one post. Pure: the same four values always give the same decision.
#pragma once

#include "domain/decision.hpp"
#include "domain/facts.hpp"
#include "domain/post.hpp"

namespace language {
struct Reading;
}  // namespace language

namespace rules {

class Ruleset;
struct Rule;

// First hearing of a post, of an edit, and again when a wait is over (then facts.woken names the rules; only
// they are asked, and the replying rules below one that held the reply and now fails).
domain::Decision decide(const Ruleset& ruleset, const domain::Post& post, const domain::Facts& facts,
                        base::Instant now);
// With a reading made before, of this very post by this very ruleset.
domain::Decision decide(const Ruleset& ruleset, const domain::Post& post, const language::Reading& reading,
                        const domain::Facts& facts, base::Instant now);

// Every rule with its verdict and reason, in the words the page, `test` and `explain` share. Not bound by
// mode.
domain::Decision explain(const Ruleset& ruleset, const domain::Post& post, const domain::Facts& facts,
                         base::Instant now);

// One rule alone, as inline cases ask: whatever its mode; consent given, limits and budgets unused, its wait
// over. Gives the decision of the rule; what stopped it is in trace.lines.front().
domain::Decision ask_alone(const Ruleset& ruleset, const Rule& rule, const domain::Post& post,
                           const domain::Facts& facts, base::Instant now);

// All that a post says.
language::Reading read(const Ruleset& ruleset, const domain::Post& post, bool addressed);
// Only what a first decision looks at, which takes half the time: the decision is the same as with the whole.
language::Reading read_to_decide(const Ruleset& ruleset, const domain::Post& post, bool addressed);

}  // namespace rules
