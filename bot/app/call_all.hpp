// What all facilitators of a cohort should know.
#pragma once

#include "app/ports.hpp"
#include "domain/store.hpp"

namespace app {

// The card (all but `to` is set), and a call with its text once the transaction is on disk.
void call_all(domain::Tables& tables, domain::Card card, domain::Alert::Kind kind, Aftermath& aftermath);

}  // namespace app
