// The language of a post, from a few words on.
#pragma once

#include <string_view>

#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

// The network's tag wins (its first two letters, confidence 1). Else CLD2 where it is reliable, together with
// the words and letter groups of short slang in en, fr, de, es, nl. "und" when nothing speaks clearly.
LanguageGuess language_of(const PlainText& post, std::string_view network_tag);

}  // namespace language
