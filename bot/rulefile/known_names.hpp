// Everything in a cohort that can be called by name, from all its files, the bad ones too: what a mistake in
// one file hides must not look like a mistake in another.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace rulefile {

struct CohortParts;
struct FilePart;

struct KnownNames {
  std::set<std::string> rules;          // own and, where used, shipped; without those that are off
  std::set<std::string> shipped_rules;  // of the pack, used or not
  std::set<std::string> faq;
  std::set<std::string> terms;  // folded
  std::set<std::string> wordings;
  std::set<std::string> facilitators;
  std::set<std::string> labels;  // that some rule sets
};
KnownNames known_names(const CohortParts& parts);

// Files whose pieces take part: own ones and, where the course says so, the shipped ones.
std::vector<const FilePart*> active_files(const CohortParts& parts);

}  // namespace rulefile
