// A cohort's files, as text, into a ruleset's source; with every mistake of every file in one run. Opens no
// files.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rulefile/diagnostic.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {

struct SourceFile {
  std::string path;  // as people should see it
  std::string text;  // any bytes
};

struct CohortFiles {
  std::string cohort;                 // name of the folder
  std::vector<SourceFile> files;      // *.yaml (and *.test.yaml) of the cohort, by file name
  std::vector<SourceFile> templates;  // templates/<language>/<name>.mustache of the cohort
  std::vector<SourceFile> starter;    // the shipped pack's *.yaml
  std::vector<SourceFile> starter_templates;
  std::vector<std::string> not_read;         // paths of *.yml files: a slip that would lose rules in silence
  std::map<std::string, std::string> texts;  // other files named by the course (joined: roster.txt), by name
};

// What ops own and the reader needs.
struct ReadOptions {
  std::string bot_handle = "flockmate";
  std::array<rules::NetworkPolicy, 4> policies{rules::default_policy(domain::NetworkKind::practice),
                                               rules::default_policy(domain::NetworkKind::mastodon),
                                               rules::default_policy(domain::NetworkKind::bluesky),
                                               rules::default_policy(domain::NetworkKind::x)};
  std::vector<domain::NetworkKind> networks;  // on which the cohort will speak; empty: all three real ones
  base::Instant now{};
  int breaker_replies = domain::Budgets{}.breaker_replies;  // per bot account, from the ops' file
  int breaker_minutes = domain::Budgets{}.breaker_minutes;
  bool advise = true;  // the warnings too; a reload wants errors only
};

struct ReadCohort {
  std::optional<rules::RulesetSource> source;  // none when no readable `course:` is left
  std::vector<Diagnostic> diagnostics;         // in reading order
  std::vector<std::string> bad_files;          // paths that carry an error; nothing of them is in `source`
};

// Bad files are left out whole and the rest is read. Never throws; hostile input ends in a diagnostic.
ReadCohort read_cohort(const CohortFiles& files, const ReadOptions& options);

}  // namespace rulefile
