// What a facilitator sends as the bot: a draft becomes a delivery.
#pragma once

#include <string>

#include "app/ports.hpp"

namespace domain {
struct Draft;
}  // namespace domain

namespace app {

class Flock;

// False: the network would refuse it from a bot, though a person may answer.
bool may_be_sent_by_bot(domain::Tables& tables, const Flock& flock, const Networks& networks,
                        const domain::Draft& draft);

// `text`: what is to be said, or "" as drafted. Errors are sentences for the facilitator: speech is stopped,
// the person said stop, or the network takes no answer of a bot from whoever did not ask it.
base::Status plan_by_hand(domain::Tables& tables, const Flock& flock, const Ports& ports,
                          const std::string& key, const std::string& text);

}  // namespace app
