// The daily work: what product.md promises not to keep is thrown away, and answers that expired are left out.
#pragma once

#include "base/clock.hpp"

namespace domain {
struct Tables;
}  // namespace domain

namespace app {

class Flock;

inline constexpr std::chrono::days keep_texts_after_course{90};
inline constexpr std::chrono::days keep_traces{30};

// Texts of courses that ended long enough ago, and old traces. True when something was erased.
bool throw_away(domain::Tables& tables, const Flock& flock, base::Instant now);
// Builds the cohorts' rulesets anew as of `now` where some answer has an end. True when a snapshot was
// swapped.
bool renew_rulesets(Flock& flock, base::Instant now);

}  // namespace app
