// A network's money of the month is gone, so the bot neither hears nor speaks there: facilitators and ops are
// told once, by an alert and a card in each cohort.
#pragma once

#include "app/ports.hpp"

namespace app {

class Flock;

// Whether there is such a network of which nobody was told this month.
bool is_money_spent_untold(domain::Tables& tables, const Networks& networks);
// Tells of each, and remembers it.
void tell_spent_money(domain::Tables& tables, const Networks& networks, const Flock& flock, base::Instant now,
                      Aftermath& aftermath);

}  // namespace app
