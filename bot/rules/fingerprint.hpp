// The version of a ruleset: changes when anything that a decision depends on changes; the same on every
// machine.
#pragma once

#include <cstdint>

namespace domain {
struct Content;
}  // namespace domain

namespace rules {

struct RulesetSource;

std::uint64_t fingerprint(const RulesetSource& source, const domain::Content& live);

}  // namespace rules
