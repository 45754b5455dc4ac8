#include "language/cues.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace language {
namespace {

// An automaton keeps in mind which cues it has seen so far, so its states multiply with the cues it looks
// for: one for all 250 meets new states in every other post, forgets old ones for them and makes those again.
// Five small automata know the chatter of weeks, one after the other, in a quarter of the time.
constexpr std::size_t most_together = 48;
// Of each automaton. More would only be kept for those who try to fill it.
constexpr std::int64_t memory = std::int64_t{8} << 20;

std::vector<std::string> patterns_of(std::span<const Cue> cues) {
  std::vector<std::string> patterns;
  patterns.reserve(cues.size());
  for (const Cue& cue : cues) patterns.emplace_back(cue.pattern);
  return patterns;
}

}  // namespace

Cues::Cues(std::vector<Cue> cues) : cues_(std::move(cues)) {
  std::span<const Cue> rest = cues_;
  while (!rest.empty()) {
    const std::size_t count = std::min(rest.size(), most_together);
    sets_.emplace_back(patterns_of(rest.first(count)), memory);
    rest = rest.subspan(count);
  }
}

std::vector<std::uint32_t> Cues::found_in(std::string_view folded) const {
  std::vector<std::uint32_t> found;
  std::uint32_t first = 0;
  for (const RegexSet& set : sets_) {
    for (const std::uint32_t place : set.find(folded)) found.push_back(first + place);
    first += most_together;
  }
  return found;
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
