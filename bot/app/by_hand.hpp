// What a facilitator sends as the bot: a draft becomes a delivery.
#pragma once

#include <string>

#include "app/ports.hpp"

namespace app {

class Flock;

// `text`: what is to be said, or "" as drafted. Errors are sentences for the facilitator: speech is stopped,
// the person said stop, or the network takes no answer of a bot from whoever did not ask it.
base::Status plan_by_hand(domain::Tables& tables, const Flock& flock, const Ports& ports,
                          const std::string& key, const std::string& text);

}  // namespace app
