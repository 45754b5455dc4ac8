// One line of `when` or `unless`, held against a post or a moment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/decision.hpp"
#include "rules/situation.hpp"

namespace rules {

struct Finding {
  domain::Verdict verdict = domain::Verdict::no;  // yes, no or unknown
  std::string why;                                // what was found; never a learner's words
};

// `ids`: the reader's ids of the line's words (Ruleset::phrase_ids). Without a post, what asks about one is
// unknown.
Finding find_out(const Situation& situation, const Test& test, const std::vector<std::uint32_t>& ids);

}  // namespace rules
