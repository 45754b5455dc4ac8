// Does a rule's `when` and `unless` hold? Each line gives a verdict with its reason in the teacher's own
// words.
#pragma once

#include <string>
#include <vector>

#include "domain/decision.hpp"
#include "rules/situation.hpp"

namespace rules {

struct Judgement {
  domain::Verdict verdict = domain::Verdict::no;  // yes, no or unknown
  std::string reason;
  bool near_miss = false;
  std::vector<std::string> notes;  // "could not check …", one for each line that is unknown
};

// `rule` is its place in the ruleset. Every line of `when` must hold; any of `unless` stops.
Judgement judge(const Situation& situation, std::size_t rule);

}  // namespace rules
