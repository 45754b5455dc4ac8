// Advice on rules: those that can never win, that nothing proves, whose pattern can find nothing.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"

namespace rulefile {
namespace {

template <typename T>
bool contains_all(const std::vector<T>& larger, const std::vector<T>& smaller) {
  return std::all_of(smaller.begin(), smaller.end(), [&](const T& one) {
    return std::find(larger.begin(), larger.end(), one) != larger.end();
  });
}

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const std::string& word : words) out.push_back(base::fold(word));
  return out;
}

// Whatever satisfies `narrow` satisfies `wide` too; false when in doubt.
bool covers(const rules::Condition& wide, const rules::Condition& narrow) {
  if (wide.key != narrow.key) return false;
  if (wide.shown == narrow.shown) return true;
  if (const auto* says = std::get_if<rules::Says>(&wide.test)) {
    const auto& other = std::get<rules::Says>(narrow.test);
    const auto mine = folded(says->phrases);
    const auto theirs = folded(other.phrases);
    return says->all ? contains_all(theirs, mine) : contains_all(mine, theirs);
  }
  if (const auto* from = std::get_if<rules::From>(&wide.test)) {
    const auto& other = std::get<rules::From>(narrow.test);
    const bool anyone =
        std::find(from->who.begin(), from->who.end(), rules::From::Who::anyone) != from->who.end();
    return anyone || contains_all(from->who, other.who);
  }
  if (const auto* tags = std::get_if<rules::HasHashtag>(&wide.test)) {
    return contains_all(folded(tags->tags), folded(std::get<rules::HasHashtag>(narrow.test).tags));
  }
  if (const auto* asks = std::get_if<rules::AsksAbout>(&wide.test)) {
    const auto& other = std::get<rules::AsksAbout>(narrow.test);
    return asks->entry.empty() && other.or_else.empty() && asks->topic == other.topic;
  }
  return false;
}

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

struct Candidate {
  const RulePart* rule = nullptr;
  FilePart* file = nullptr;
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
      const auto above = std::find_if(winners.begin(), winners.end(), [&](const Candidate& one) {
        return shadows(one.rule->rule, part.rule);
      });
      if (above != winners.end()) {
        file->findings.add(Message::shadowed, part.name_spot,
                           {above->rule->rule.name,
                            above->file->source.path() + ":" + std::to_string(above->rule->name_spot.line)});
      } else if (always_wins(part.rule)) {
        winners.push_back({&part, file.get()});
      }
    }
  }
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
      check_proof(part, file->findings);
      for (const PatternAt& one : part.patterns) {
        if (language::pattern_survives_folding(one.pattern)) continue;
        file->findings.add(Message::unreachable_pattern, one.spot);
      }
    }
  }
}

}  // namespace rulefile
