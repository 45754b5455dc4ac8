// Manners, always on: whom the bot hears, when it keeps silent whatever the rules say, and the consent words.
#pragma once

#include <optional>
#include <string>

#include "domain/decision.hpp"
#include "rules/situation.hpp"

namespace rules {

inline constexpr std::chrono::hours catch_up_window{24};

// Why no rule may be asked at all ("another bot wrote it"); "" when they may.
std::string why_not_asked(const Situation& situation);

// Why nothing may be said to this author or about this post, though rules are asked; "" when it may.
std::string why_silent(const Situation& situation);

// What can be heard even where no rule is asked: consent words and calls for help. Not from bots, not in
// boosts.
bool is_worth_reading(const Situation& situation);

// Obeys a consent word, with its confirmation; false when the post is none.
bool hear_command(const Situation& situation, domain::Decision& decision);

// Calls the facilitators when a human is needed.
void call_human(const Situation& situation, domain::Decision& decision);

}  // namespace rules
