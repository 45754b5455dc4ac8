#include "app/rule_problems.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/flock.hpp"
#include "base/text.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

using rulefile::Diagnostic;

struct Problem {
  std::string sentence;
  std::string mark;  // the same as long as it is the same problem, on whatever line it stands
};

std::string marked(const std::string& text) {
  return base::to_hex(base::stable_hash(text));
}

Problem problem_of(const Diagnostic& diagnostic, const Snapshot& snapshot) {
  const auto& kept = snapshot.kept_files;
  const std::string& file = diagnostic.mark.file;
  const bool runs = std::find(kept.begin(), kept.end(), file) != kept.end();
  const std::string name = std::filesystem::path(file).filename().string();
  return {name + ", line " + std::to_string(diagnostic.mark.line) + ": " + diagnostic.message + " (" +
              (runs ? "The file runs as it was before." : "The file is left out.") + ")",
          marked(file + "\n" + diagnostic.code + "\n" + diagnostic.message)};
}

std::vector<Problem> problems_of(const Snapshot& snapshot) {
  std::vector<Problem> problems;
  if (!snapshot.trouble.empty()) {
    problems.push_back(
        {snapshot.trouble + " (The rules run as they were before.)", marked(snapshot.trouble)});
  }
  for (const Diagnostic& diagnostic : snapshot.diagnostics) {
    if (diagnostic.severity == rulefile::Severity::error)
      problems.push_back(problem_of(diagnostic, snapshot));
  }
  return problems;
}

std::string told_setting(const std::string& cohort) {
  return "rule_problems_told/" + cohort;
}

}  // namespace

void tell_new_problems(domain::Tables& tables, const Flock& flock, Aftermath& aftermath) {
  for (const std::string& cohort : flock.cohorts()) {
    const std::string before = tables.settings.get(told_setting(cohort));
    const std::vector<std::string> words = base::split(before, ' ');
    const std::set<std::string> told(words.begin(), words.end());
    std::set<std::string> now;
    std::string news;
    std::size_t more = 0;
    for (const Problem& problem : problems_of(*flock.snapshot(cohort))) {
      const bool is_new = now.insert(problem.mark).second && !told.contains(problem.mark);
      if (!is_new) continue;
      if (news.empty()) {
        news = problem.sentence;
      } else {
        ++more;
      }
    }
    if (more > 0) news += " And " + std::to_string(more) + " more.";
    const std::string after = base::join({now.begin(), now.end()}, " ");
    if (after != before) tables.settings.set(told_setting(cohort), after);
    if (news.empty()) continue;
    aftermath.alerts.push_back(
        {domain::Alert::Kind::rules, cohort, "all", "There is a mistake in the rules. " + news, ""});
  }
}

}  // namespace app
