// The consent words and the two questions about the bot itself, in every shipped language.
#pragma once

#include <vector>

#include "language/reading.hpp"
#include "language/tokens.hpp"

namespace language {

// What an addressed post commands when nothing but a command is left once mentions, hashtags, politeness and
// punctuation are taken away. Spaced letters ("s t o p"), stretched ones ("stoooop") and accents make no
// difference. `entities`: whose spans are mentions, hashtags and links.
Command command_in(const std::vector<Token>& tokens, const Entities& entities);

// "thanks", "solved, thank you", "merci !": thanks without a further question.
bool says_thanks(const std::vector<Token>& tokens);

}  // namespace language
