// What the bot said and has to take back from the network: a list in the store, emptied by the courier.
#pragma once

#include <vector>

#include "domain/store.hpp"

namespace app {

// The person is erased everywhere, and what was said to them is to be taken back. `keep_stopped` as in
// People::forget. True when there is something to take back.
bool erase_person(domain::Tables& tables, const domain::AccountKey& person, bool keep_stopped);

void plan_withdrawal(domain::Tables& tables, const domain::PostKey& said);
std::vector<domain::PostKey> planned_withdrawals(domain::Tables& tables);
void finish_withdrawal(domain::Tables& tables, const domain::PostKey& said);

}  // namespace app
