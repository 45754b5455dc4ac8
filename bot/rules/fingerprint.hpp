// The version of a ruleset: changes when anything that a decision depends on changes; the same on every
// machine.
#pragma once

#include <cstdint>

#include "rules/ruleset.hpp"

namespace rules {

std::uint64_t fingerprint(const RulesetSource& source, const domain::Content& live);

}  // namespace rules
