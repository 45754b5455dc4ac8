// From a rule that matched to its actions: internal ones as data, public ones worded, routed and cleared.
#pragma once

#include <string>

#include "domain/decision.hpp"
#include "domain/facts.hpp"
#include "rules/rule.hpp"
#include "rules/situation.hpp"

namespace rules {

class Speaker {
 public:
  // Adds to the decision's actions; both outlive the speaker.
  Speaker(const Situation& situation, domain::Decision& decision);

  // The rule's public steps: at most one reply, boosts, posts. "" when planned, else why there is nothing to
  // say (then nothing was added). What stands in facts.acted is left out.
  std::string say(const Rule& rule);
  // The rule's internal steps; `notes` go with each.
  void act(const Rule& rule, const std::vector<std::string>& notes);
  // A confirmation of a consent word; `only_by_the_bot`: nothing rather than a draft.
  void confirm(const std::string& rule, const Variants& variants, bool only_by_the_bot);

 private:
  std::string plan(const Rule& rule, int index, std::vector<domain::Action>& planned) const;
  std::string word(const Rule& rule, const Step& step, domain::Action& action) const;
  void clear(domain::Action& action);
  void commit(domain::Action action);
  bool has_acted(const std::string& rule, int index) const;

  const Situation& situation_;
  domain::Decision& decision_;
  domain::Spoken spoken_;  // with what this decision itself has planned
};

}  // namespace rules
