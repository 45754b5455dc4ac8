// What a post asks about, as far as the course's own content answers it.
#pragma once

#include <string>
#include <vector>

#include "rules/situation.hpp"

namespace domain {
struct FaqEntry;
struct GlossaryTerm;
}  // namespace domain

namespace rules {

struct Rule;

struct FaqAnswer {
  std::vector<const domain::FaqEntry*> entries;  // one, or all that are clearly asked; empty: nothing fits
  double score = 0;
  bool sure = true;     // false: between the `draft` and the `answer` threshold
  std::string closest;  // id of the best entry, "" without entries
  double closest_score = 0;
};

// `entry` is the id of the one entry wanted, or "" for any. Expired answers are not there.
FaqAnswer faq_answer(const Situation& situation, const std::string& entry);

// The term whose definition the post asks for; null when it asks for none that the glossary has.
const domain::GlossaryTerm* glossary_answer(const Situation& situation, const std::string& term);

// What the rule's own `asks_about` found: what its wording may speak of.
struct About {
  FaqAnswer faq;
  const domain::GlossaryTerm* term = nullptr;
};
About about(const Situation& situation, const Rule& rule);

}  // namespace rules
