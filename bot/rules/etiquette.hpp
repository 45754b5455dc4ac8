// Consent decides the route: how an action may travel, per network and per person.
#pragma once

#include <optional>
#include <string>

#include "domain/action.hpp"
#include "rules/situation.hpp"

namespace rules {

struct NetworkPolicy;

struct Way {
  std::optional<domain::Route> route;  // none: internal, nothing travels
  std::string reason;                  // in the facilitators' words
};

// `target` tells a digest for learners from one for facilitators.
Way way_of(const Situation& situation, domain::ActionKind kind, const std::string& target, domain::Mode mode);

// Whether a post calls the bot: not everywhere does one that only answers a post of the bot's.
// `speaks_to_bot`: it mentions, quotes or answers the bot; `only_answers`: it neither mentions nor quotes it.
bool is_called(const NetworkPolicy& policy, bool speaks_to_bot, bool only_answers);

// Said where learners can see it: speech, and a digest that is sent to them.
bool is_said_aloud(domain::ActionKind kind, const std::string& target);

}  // namespace rules
