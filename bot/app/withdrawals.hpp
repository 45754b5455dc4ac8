// What the bot said and has to take back from the network: a list in the store, emptied by the courier.
#pragma once

#include <vector>

#include "domain/store.hpp"

namespace app {

void plan_withdrawal(domain::Tables& tables, const domain::PostKey& said);
std::vector<domain::PostKey> planned_withdrawals(domain::Tables& tables);
void finish_withdrawal(domain::Tables& tables, const domain::PostKey& said);

}  // namespace app
