#include "language/cues.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace language {
namespace {

std::vector<std::string> patterns_of(const std::vector<Cue>& cues) {
  std::vector<std::string> patterns;
  patterns.reserve(cues.size());
  for (const Cue& cue : cues) patterns.emplace_back(cue.pattern);
  return patterns;
}

}  // namespace

Cues::Cues(std::vector<Cue> cues) : cues_(std::move(cues)), sieve_(patterns_of(cues_)) {}

std::vector<std::uint32_t> Cues::found_in(std::string_view folded) const {
  return sieve_.find(folded);
}

double Cues::sum(std::string_view folded) const {
  double total = 0;
  for (const std::uint32_t place : found_in(folded)) total += (*this)[place].weight;
  return total;
}

double to_score(double logits) {
  return 1 / (1 + std::exp(-logits));
}

}  // namespace language
