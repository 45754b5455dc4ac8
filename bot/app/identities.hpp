// Facilitators are people, not handles: the first account seen with a facilitator's handle is them; when the
// handle turns up with another account later, that one is nobody special, and the facilitators are told.
#pragma once

#include "app/flock.hpp"
#include "app/ports.hpp"

namespace app {

domain::Role resolve_role(domain::Tables& tables, Flock& flock, const std::string& cohort,
                          const domain::Post& post, Aftermath& aftermath);

}  // namespace app
