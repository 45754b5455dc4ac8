#include "rules/reasons.hpp"

#include "base/sentence.hpp"
#include "domain/decision.hpp"
#include "rules/reason_words.hpp"
#include "rules/ruleset.hpp"
#include "rules/situation.hpp"

namespace rules {
namespace {

Reason reason_of(domain::Verdict verdict) {
  switch (verdict) {
    case domain::Verdict::yes:
      return Reason::yes;
    case domain::Verdict::no:
      return Reason::no;
    case domain::Verdict::skipped:
      return Reason::skipped;
    case domain::Verdict::not_reached:
      return Reason::not_reached;
    case domain::Verdict::unknown:
      break;
  }
  return Reason::unknown;
}

}  // namespace

std::string in_words(domain::Language language, Reason reason, const std::vector<std::string>& arguments) {
  const auto place = static_cast<std::size_t>(reason);
  if (language == domain::Language::english)
    return base::fill_in(english_reasons().at(place).words, arguments);
  return base::fill_in(base::set_in_french(french_reasons().at(place).words), arguments);
}

std::string in_words(const Situation& situation, Reason reason, const std::vector<std::string>& arguments) {
  return in_words(domain::language_for_facilitators(situation.ruleset.course()), reason, arguments);
}

std::string in_words(domain::Language language, domain::Verdict verdict) {
  return in_words(language, reason_of(verdict));
}

}  // namespace rules
