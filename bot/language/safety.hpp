// Is a human needed? Self-harm, harassment, grief, threats; English and French. Prefers a false alarm to a
// miss, but "this quiz is killing me" is none.
#pragma once

#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

// The kind with the highest odds; of equals the graver one (self-harm, threat, harassment, grief).
Safety danger_in(const PlainText& post);

}  // namespace language
