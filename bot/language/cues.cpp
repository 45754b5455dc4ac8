#include "language/cues.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace language {
namespace {

// Enough states for the chatter of weeks; more would only be kept for those who try to fill it.
constexpr std::int64_t memory = std::int64_t{16} << 20;

std::vector<std::string> patterns_of(std::span<const Cue> cues) {
  std::vector<std::string> patterns;
  patterns.reserve(cues.size());
  for (const Cue& cue : cues) patterns.emplace_back(cue.pattern);
  return patterns;
}

}  // namespace

Cues::Cues(std::vector<Cue> cues) : cues_(std::move(cues)), set_(patterns_of(cues_), memory) {}

std::vector<std::uint32_t> Cues::found_in(std::string_view folded) const {
  return set_.find(folded);
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
