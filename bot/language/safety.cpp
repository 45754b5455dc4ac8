#include "language/safety.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/danger_model.hpp"
#include "language/safety_cues.hpp"

namespace language {
namespace {

// Cues are sure of what they know, the model has an idea of everything else. A clear cue outvotes a model
// that hears nothing, and the model needs none where a post is full of what it knows.
constexpr double share_of_cues = 0.7;
constexpr double most_of_cues = 8;
constexpr double calmest = -3.3;  // as far as the model may go against the cues
constexpr double gravest = 8;
constexpr double benefit_of_doubt = 0.7;    // a false alarm costs a look, a miss may cost a life
constexpr double caution_of_few_words = 2;  // "see you tomorrow": there is little to go by
constexpr std::size_t few_words = 3;
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

struct CueOdds {
  std::array<double, 5> of_kind{};  // by Danger; none stays empty
  double against = 0;
};

CueOdds odds_of_cues(std::string_view folded) {
  CueOdds odds;
  for (const std::uint32_t place : all_cues().found_in(folded)) {
    const auto& cue = all_cues()[place];
    const auto danger = static_cast<Danger>(cue.kind);
    (danger == Danger::none ? odds.against : odds.of_kind[static_cast<std::size_t>(danger)]) += cue.weight;
  }
  return odds;
}

bool has_few_words(std::string_view folded) {
  std::size_t words = 0;
  std::size_t begin = 0;
  while (begin < folded.size() && words <= few_words) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    if (!word.empty() && word.front() != '#' && word != "_at_") ++words;
    begin = end + 1;
  }
  return words <= few_words;
}

}  // namespace

Safety danger_in(const PlainText& post) {
  const CueOdds cues = odds_of_cues(post.folded);
  const auto model = DangerModel::shipped().odds_of(post.folded);
  Safety safety;
  double highest_of_both = 0;
  for (const auto danger : graver_first) {
    const auto kind = static_cast<std::size_t>(danger);
    const double both = share_of_cues * cues.of_kind[kind] + model[kind - 1];
    if (safety.danger != Danger::none && both <= highest_of_both) continue;
    highest_of_both = both;
    safety.danger = danger;
  }
  const double for_it = *std::max_element(cues.of_kind.begin(), cues.of_kind.end());
  const double heard = std::clamp(for_it + cues.against, -most_of_cues, most_of_cues);
  const double leaning = has_few_words(post.folded) ? -caution_of_few_words : benefit_of_doubt;
  const double idea = std::clamp(*std::max_element(model.begin(), model.end()) + leaning, calmest, gravest);
  safety.score = to_score(share_of_cues * heard + idea);
  if (safety.score < 0.5) safety.danger = Danger::none;
  return safety;
}

}  // namespace language
