#include "rulefile/known_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/cohort_parts.hpp"

namespace rulefile {

std::vector<const FilePart*> active_files(const CohortParts& parts) {
  std::vector<const FilePart*> out;
  for (const auto& file : parts.own) out.push_back(file.get());
  if (!parts.uses_starter) return out;
  for (const auto& file : parts.shipped) out.push_back(file.get());
  return out;
}

KnownNames known_names(const CohortParts& parts) {
  KnownNames known;
  for (const FilePart* file : active_files(parts)) {
    for (const RulePart& rule : file->rules) {
      known.rules.insert(rule.rule.name);
      for (const rules::Step& step : rule.rule.then) {
        if (step.kind == domain::ActionKind::label) known.labels.insert(step.target);
      }
    }
    for (const FaqPart& entry : file->faq) known.faq.insert(entry.entry.id);
    for (const TermPart& term : file->glossary) known.terms.insert(base::fold(term.term.term));
  }
  for (const auto& file : parts.shipped) {
    for (const RulePart& rule : file->rules) known.shipped_rules.insert(rule.rule.name);
  }
  for (const auto* words : {&parts.own_words, &parts.shipped_words}) {
    for (const auto& part : *words) known.wordings.insert(part->name);
  }
  if (const CoursePart* course = parts.course()) {
    for (const std::string& off : course->course.off) known.rules.erase(off);
    for (const auto& person : course->course.facilitators) known.facilitators.insert(person.name);
  }
  return known;
}

}  // namespace rulefile
