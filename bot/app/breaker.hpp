// The circuit breaker of a bot account, over all its cohorts: too many replies decided at once stop its
// speech until a person switches it on again. Kept in the store, so that a restart does not switch it on.
#pragma once

#include <string>

#include "domain/course.hpp"
#include "domain/store.hpp"

namespace app {

// Why speech is stopped, for people; "" while it is on.
std::string breaker_reason(domain::Tables& tables, domain::NetworkKind network);
// True when it was not open already.
bool trip_breaker(domain::Tables& tables, domain::NetworkKind network, const domain::Budgets& budgets);
void reset_breaker(domain::Tables& tables, domain::NetworkKind network);

}  // namespace app
