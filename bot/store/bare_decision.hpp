// What a trace may hold of a decision: ids, rules, verdicts and reasons, never a word that was or would be
// said.
#pragma once

#include "domain/decision.hpp"

namespace store {

inline domain::Decision without_texts(domain::Decision decision) {
  for (domain::Action& action : decision.actions) action.text.clear();
  return decision;
}

}  // namespace store
