// The record of a decision: what happens and why in one line, and what it was decided with.
#pragma once

#include <string>

#include "domain/decision.hpp"
#include "rules/situation.hpp"

namespace rules {

// Stamps the trace and writes its summary, unless manners have written one. `not_asked`: why no rule was
// asked, or "".
void finish_trace(const Situation& situation, domain::Decision& decision, const std::string& not_asked);

}  // namespace rules
