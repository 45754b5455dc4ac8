// What sounds like asking, and what only looks like it. Folded text: lower case, no accents, straight quotes.
#pragma once

#include <span>

#include "language/cues.hpp"

namespace language {

std::span<const Cue> asking_cues();            // in a sentence whose greeting and fillers are taken off
std::span<const Cue> chat_cues();              // the same for the short lines of chats
std::span<const Cue> loose_cues();             // the same for what has not the form of a question
std::span<const Cue> turn_cues();              // turns of phrase and set phrases
std::span<const Cue> question_context_cues();  // in the whole post

}  // namespace language
