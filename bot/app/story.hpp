// Plays a story: the whole bot, a clock of its own, steps spoken by people, and what should happen after
// each.
#pragma once

#include <vector>

#include "rulefile/cases.hpp"

namespace domain {
class Network;
class Store;
}  // namespace domain
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

// One result for each step that expects something. `store` is empty and `network` silent, both made for this
// story.
std::vector<rulefile::CaseResult> play(const rulefile::Story& story, const rules::Ruleset& ruleset,
                                       domain::Store& store, domain::Network& network);

}  // namespace app
