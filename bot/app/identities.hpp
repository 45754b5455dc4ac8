// Facilitators are people, not handles: the first account seen with a facilitator's handle is them; when the
// handle turns up with another account later, that one is nobody special, and the facilitators are told.
#pragma once

#include <string>

#include "app/ports.hpp"
#include "domain/person.hpp"

namespace app {

class Flock;

domain::Role resolve_role(domain::Tables& tables, Flock& flock, const std::string& cohort,
                          const domain::Post& post, Aftermath& aftermath);

}  // namespace app
