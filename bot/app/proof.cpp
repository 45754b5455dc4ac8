#include "app/proof.hpp"

#include "app/story.hpp"
#include "rules/ruleset.hpp"

namespace app {

std::vector<rulefile::CaseResult> prove(const rulefile::CohortCases& cases, const rules::Ruleset& ruleset,
                                        const Backstage& backstage) {
  std::vector<rulefile::CaseResult> results;
  for (const rulefile::Case& one : cases.cases) results.push_back(rulefile::ask(ruleset, one));
  for (const rulefile::Story& story : cases.stories) {
    const auto store = backstage.store();
    domain::Author bot{"bot", ruleset.bot_handle(), ruleset.bot_handle(), true, false, false};
    const auto network = backstage.network(story.network, bot);
    for (rulefile::CaseResult& result : play(story, ruleset, *store, *network))
      results.push_back(std::move(result));
  }
  return results;
}

}  // namespace app
