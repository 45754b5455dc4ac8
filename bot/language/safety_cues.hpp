// What calls for a human, and what only sounds like it. Folded text; a cue's kind is a Danger, none for what
// weighs against all of them.
#pragma once

#include <span>

#include "language/cues.hpp"

namespace language {

std::span<const Cue> safety_cues();
std::span<const Cue> indirect_safety_cues();
std::span<const Cue> wide_safety_cues();
std::span<const Cue> loss_and_threat_cues();
std::span<const Cue> told_safety_cues();
std::span<const Cue> situation_safety_cues();

}  // namespace language
