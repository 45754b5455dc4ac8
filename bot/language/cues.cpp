#include "language/cues.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace language {
namespace {

RE2::Options options() {
  RE2::Options options;
  options.set_never_capture(true);
  options.set_max_mem(std::int64_t{64} << 20);
  options.set_log_errors(false);
  return options;
}

}  // namespace

Cues::Cues(std::span<const Cue> cues) : cues_(cues), set_(options(), RE2::UNANCHORED) {
  for (const auto& cue : cues_) {
    [[maybe_unused]] const int place = set_.Add(cue.pattern, nullptr);
    assert(place >= 0 && "a cue of ours is not a regular expression");
  }
  [[maybe_unused]] const bool compiled = set_.Compile();
  assert(compiled);
}

std::vector<int> Cues::found_in(std::string_view folded) const {
  std::vector<int> found;
  set_.Match(re2::StringPiece(folded.data(), folded.size()), &found);
  std::sort(found.begin(), found.end());
  return found;
}

double Cues::sum(std::string_view folded) const {
  double total = 0;
  for (const int place : found_in(folded)) total += (*this)[place].weight;
  return total;
}

double to_score(double logits) {
  return 1 / (1 + std::exp(-logits));
}

}  // namespace language
