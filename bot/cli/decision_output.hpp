// Decisions as people and programs read them: the shapes of `explain` and `replay`.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "domain/decision.hpp"
#include "domain/post.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace cli {

// `all`: every rule's verdict, else the winner and the near misses.
nlohmann::ordered_json decision_json(const std::string& post, const domain::Decision& decision,
                                     const rules::Ruleset& ruleset, bool all);
// The same for people: what happens and how it travels, then the verdicts.
std::string decision_text(const domain::Decision& decision, const rules::Ruleset& ruleset, bool all);

// `ana: "Where are the slides?"`, on one line and shortened, without signs that a terminal would obey.
std::string post_text(const domain::Post& post);

// The rule a decision is told under: the one that replies, else the first that acts; "" when nothing happens.
std::string leading_rule(const domain::Decision& decision);

}  // namespace cli
