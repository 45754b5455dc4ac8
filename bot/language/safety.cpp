#include "language/safety.hpp"

#include <array>

#include "language/safety_cues.hpp"

namespace language {
namespace {

// One clear cue is enough; posts without any are calm.
constexpr double before_anything = -4.0;
constexpr std::array graver_first = {Danger::self_harm, Danger::threat, Danger::harassment, Danger::grief};

// Compiled when the first post is read, then never changed.
const Cues& all_cues() {
  static const Cues cues([] {
    std::vector<Cue> all;
    for (const auto some : {safety_cues(), indirect_safety_cues(), wide_safety_cues(), loss_and_threat_cues(),
                            told_safety_cues(), situation_safety_cues()}) {
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }());
  return cues;
}

}  // namespace

Safety danger_in(const PlainText& post) {
  std::array<double, 5> odds{};
  double against = 0;
  for (const std::uint32_t place : all_cues().found_in(post.folded)) {
    const auto& cue = all_cues()[place];
    if (static_cast<Danger>(cue.kind) == Danger::none) {
      against += cue.weight;
    } else {
      odds[static_cast<std::size_t>(cue.kind)] += cue.weight;
    }
  }
  Safety safety;
  double highest = 0;
  for (const auto danger : graver_first) {
    const double mine = odds[static_cast<std::size_t>(danger)];
    if (mine <= highest) continue;
    highest = mine;
    safety.danger = danger;
  }
  safety.score = to_score(before_anything + highest + against);
  if (safety.score < 0.5) safety.danger = Danger::none;
  return safety;
}

}  // namespace language
