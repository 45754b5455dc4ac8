// Cues: short patterns over folded text, each a piece of evidence with a weight; a detector adds them up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/regex_sieve.hpp"

namespace language {

struct Cue {
  std::string_view pattern;  // RE2, searched in folded text
  double weight;             // in logits: what it adds to the odds
  int kind = 0;              // for detectors that tell several things apart
};

// All cues of a detector, searched for together. Immutable, thread-safe; compiled once for all readers.
class Cues {
 public:
  explicit Cues(std::vector<Cue> cues);

  // The cues found, ascending by place in the table.
  std::vector<std::uint32_t> found_in(std::string_view folded) const;
  double sum(std::string_view folded) const;
  const Cue& operator[](std::uint32_t place) const { return cues_[place]; }

 private:
  std::vector<Cue> cues_;
  RegexSieve sieve_;
};

// Odds in logits as a score in 0..1.
double to_score(double logits);

}  // namespace language
