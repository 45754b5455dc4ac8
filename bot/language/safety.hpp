// Is a human needed? Self-harm, harassment, grief, threats; English and French. Prefers a false alarm to a
// miss, but "this quiz is killing me" is none.
#pragma once

#include "language/cues.hpp"
#include "language/plain_text.hpp"
#include "language/reading.hpp"

namespace language {

class SafetyWatch {
 public:
  SafetyWatch();
  // The kind with the highest odds; of equals the graver one (self-harm, threat, harassment, grief).
  Safety judge(const PlainText& post) const;

 private:
  Cues cues_;
};

}  // namespace language
