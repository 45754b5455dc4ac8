// Advice on rules: those that can never win, that nothing proves, whose pattern can find nothing.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/covers.hpp"

namespace rulefile {
namespace {

// Every post on which `later` would reply gets its reply from `earlier`.
bool shadows(const rules::Rule& earlier, const rules::Rule& later) {
  const auto covered_by_later = [&](const rules::Condition& wide) {
    return std::any_of(later.when.begin(), later.when.end(),
                       [&](const rules::Condition& narrow) { return covers(wide, narrow); });
  };
  const auto stops_later_too = [&](const rules::Condition& stop) {
    return std::any_of(later.unless.begin(), later.unless.end(),
                       [&](const rules::Condition& wide) { return covers(wide, stop); });
  };
  return std::all_of(earlier.when.begin(), earlier.when.end(), covered_by_later) &&
         std::all_of(earlier.unless.begin(), earlier.unless.end(), stops_later_too);
}

// Words as bits: a phrase whose bits are not all among those of what is said is not part of it. Two thousand
// rules are two million pairs, and this is all that most of them cost.
using WordBits = std::uint64_t;

WordBits bits_of(const std::string& phrase) {
  WordBits bits = 0;
  for (const std::string& word : base::split(base::fold(phrase), ' '))
    if (!word.empty()) bits |= WordBits{1} << std::hash<std::string>{}(word) % 64;
  return bits;
}

// Of each phrase of the first line that looks for words; none: no line does.
std::vector<WordBits> looked_for(const rules::Rule& rule) {
  std::vector<WordBits> bits;
  for (const rules::Condition& line : rule.when) {
    const auto* says = std::get_if<rules::Says>(&line.test);
    if (says == nullptr) continue;
    for (const std::string& phrase : says->phrases) bits.push_back(bits_of(phrase));
    break;
  }
  return bits;
}

WordBits said_by(const rules::Rule& rule) {
  WordBits bits = 0;
  for (const rules::Condition& line : rule.when) {
    if (const auto* says = std::get_if<rules::Says>(&line.test))
      for (const std::string& phrase : says->phrases) bits |= bits_of(phrase);
  }
  return bits;
}

struct Candidate {
  const RulePart* rule = nullptr;
  FilePart* file = nullptr;
  std::vector<WordBits> phrases;  // looked for

  bool may_take_in(WordBits said) const {
    return phrases.empty() ||
           std::any_of(phrases.begin(), phrases.end(), [&](WordBits one) { return (one & ~said) == 0; });
  }
};

// Only a rule that always speaks when its `when` holds can leave nothing to the ones below it.
bool always_wins(const rules::Rule& rule) {
  return rule.replies() && rule.mode != domain::Mode::shadow && !rule.every && !rule.limit && !rule.wait &&
         !rule.when.empty();
}

void check_shadowed(CohortParts& parts) {
  std::vector<Candidate> winners;
  for (const auto& file : parts.own) {
    for (const RulePart& part : file->rules) {
      const bool judged =
          part.rule.replies() && !part.rule.every && !part.does_nothing && !part.replaces_shipped;
      if (!judged) continue;
      const WordBits said = said_by(part.rule);
      const auto above = std::find_if(winners.begin(), winners.end(), [&](const Candidate& one) {
        return one.may_take_in(said) && shadows(one.rule->rule, part.rule);
      });
      if (above != winners.end()) {
        file->findings.add(Message::shadowed, part.name_spot,
                           {above->rule->rule.name,
                            above->file->source.path() + ":" + std::to_string(above->rule->name_spot.line)});
      } else if (always_wins(part.rule)) {
        winners.push_back({&part, file.get(), looked_for(part.rule)});
      }
    }
  }
}

// What is written below `unless` holds whenever the rule matches.
void check_stopped(const RulePart& part, Findings& findings) {
  const auto always = [&](const rules::Condition& stop) {
    return std::any_of(part.rule.when.begin(), part.rule.when.end(),
                       [&](const rules::Condition& line) { return covers(stop, line); });
  };
  if (part.does_nothing || std::none_of(part.rule.unless.begin(), part.rule.unless.end(), always)) return;
  findings.add(Message::stops_itself, part.name_spot);
}

void check_proof(const RulePart& part, Findings& findings) {
  if (part.does_nothing) return;
  const auto silent = [](const Case& one) { return one.expect.silent; };
  if (part.cases.empty()) return findings.add(Message::no_case, part.name_spot);
  if (std::all_of(part.cases.begin(), part.cases.end(), silent)) {
    return findings.add(Message::no_firing_case, part.name_spot);
  }
  if (std::none_of(part.cases.begin(), part.cases.end(), silent)) {
    findings.add(Message::no_silent_case, part.name_spot);
  }
}

}  // namespace

void advise_on_rules(CohortParts& parts) {
  check_shadowed(parts);
  for (const auto& file : parts.own) {
    for (const RulePart& part : file->rules) {
      check_stopped(part, file->findings);
      check_proof(part, file->findings);
      for (const PatternAt& one : part.patterns) {
        if (language::pattern_survives_folding(one.pattern)) continue;
        file->findings.add(Message::unreachable_pattern, one.spot);
      }
    }
  }
}

}  // namespace rulefile
