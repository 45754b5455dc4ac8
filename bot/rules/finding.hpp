// One line of `when` or `unless`, held against a post or a moment.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "domain/decision.hpp"
#include "rules/rule.hpp"
#include "rules/situation.hpp"

namespace rules {

struct Finding {
  domain::Verdict verdict = domain::Verdict::no;  // yes, no or unknown
  std::string why;                                // what was found; never a learner's words
};

inline Finding holds_because(std::string why) {
  return {domain::Verdict::yes, std::move(why)};
}
inline Finding fails_because(std::string why) {
  return {domain::Verdict::no, std::move(why)};
}
inline Finding unknown_because(std::string why) {
  return {domain::Verdict::unknown, std::move(why)};
}
inline Finding either(bool holds, std::string why) {
  return holds ? holds_because(std::move(why)) : fails_because(std::move(why));
}

Finding find_answer(const Situation& situation, const AnsweredBy& answered);
Finding find_author(const Situation& situation, const From& from);
Finding find_time(const Situation& situation, const During& during);

// `ids`: the reader's ids of the line's words (Ruleset::phrase_ids). Without a post, what asks about one is
// unknown.
Finding find_out(const Situation& situation, const Test& test, const std::vector<std::uint32_t>& ids);

}  // namespace rules
