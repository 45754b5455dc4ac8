// What facilitators do with their files on the Rules page: look at a cohort's rules, edit a copy of a file,
// prove it, put it in service, take it back. Thread-safe. A call that proves something may take seconds; one
// runs at a time. Nothing here sends anything. Errors are sentences for the person who clicked: not_found (no
// such cohort, file, rule or reply), invalid (a name or size that is not accepted), failed (disk).
//
// A path is a file's name inside the cohort's folder, "questions.yaml" or "templates/en/faq.mustache"; that
// is also how files are called in every diagnostic and case that comes back. Paths are never trusted.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/action.hpp"
#include "domain/post.hpp"
#include "rulefile/cases.hpp"
#include "rulefile/diagnostic.hpp"

namespace app {

inline constexpr std::size_t largest_edit = std::size_t{1024} * 1024;  // bytes of one file
inline constexpr std::size_t most_replayed_posts = 5000;

// A rule that runs now.
struct RuleCard {
  std::string name;
  std::string because;
  std::string path;  // "" for a shipped rule: it is shown, not edited
  int line = 0;      // from 1
  std::string text;  // its lines as written, without the lines of other rules
  domain::Mode mode = domain::Mode::draft;
  bool speaks = false;   // mode changes nothing about a rule with internal actions only, but for shadow
  int fired = 0;         // in the last 7 days; in shadow: would have
  int nearly_fired = 0;  // in the same days, among the last 1,000 posts
  int drafts_open = 0;
  int drafts_sent = 0;  // since the course began
  int drafts_dismissed = 0;
};

struct FileCard {
  std::string path;
  std::size_t size = 0;
  int errors = 0;               // as it stands on disk
  bool runs_as_it_was = false;  // it has errors: its last good text is in service
};

struct FileText {
  std::string text;     // as it stands on disk
  std::string version;  // of that text; goes back with publish()
};

// A file's text as it would be. A path that does not exist yet is a new file.
struct Edit {
  std::string cohort;
  std::string path;
  std::string text;
};

struct TestReport {
  std::vector<rulefile::Diagnostic> diagnostics;  // with errors among them no case was asked
  std::vector<rulefile::CaseResult> results;      // of the whole folder: cases by file and line, then stories
  int passed = 0;
  int failed = 0;
};

struct ReplayReport {
  struct OfRule {
    std::string rule;
    int fired = 0;
    int drafts = 0;  // of those that fired: would have been drafts
    int nearly_fired = 0;
  };
  // What would be said about one post, or by one timed rule, laid beside what the rules in service say.
  struct Difference {
    enum class Change { newly_said, no_longer_said, said_differently };
    Change change = Change::newly_said;
    domain::PostKey post;  // of a timed rule: its cause instead of an id
    bool timed = false;
    std::string before;  // everything learners would see, a line each, as in "reply The slides are at …"
    std::string after;
  };
  std::vector<rulefile::Diagnostic> diagnostics;  // with errors among them nothing was played
  std::size_t posts = 0;
  std::vector<OfRule> rules;  // in the order of the rules; those that never fired too
  std::vector<Difference> differences;
};

struct Published {
  enum class State {
    published,
    conflict,  // the file on disk is not the one that was edited; nothing was written
    refused,   // it has errors; nothing was written
  };
  State state = State::published;
  std::string version;  // of what stands on disk now
  std::string text;     // conflict: what stands on disk now
  std::vector<rulefile::Diagnostic> diagnostics;
};

// What a file held before something was published over it. The last 20 of each file are kept.
struct OldVersion {
  std::string id;
  base::Instant replaced_at{};
  std::size_t size = 0;
};

struct MarkedWrong {
  std::string path;  // of the file that now holds the test, or ""
  int line = 0;      // where it stands
  std::string note;  // a sentence: what was done, and why there is no test where there is none
};

class RulesDesk {
 public:
  virtual ~RulesDesk() = default;

  virtual base::Result<std::vector<RuleCard>> rules(const std::string& cohort) = 0;  // as they are tried
  virtual base::Result<std::vector<FileCard>> files(const std::string& cohort) = 0;  // by path
  virtual base::Result<FileText> file(const std::string& cohort, const std::string& path) = 0;

  // The whole folder with this text in its place; nothing is written. Warnings too.
  virtual base::Result<std::vector<rulefile::Diagnostic>> check(const Edit& edit) = 0;
  virtual base::Result<TestReport> test(const Edit& edit) = 0;
  // Over the last posts that are still kept; people are taken as they stand now.
  virtual base::Result<ReplayReport> replay(const Edit& edit, std::size_t last) = 0;

  // In service when it returns `published`. `version`: of the text that was edited, "" for a new file.
  // Mistakes that other files had before are no reason to refuse.
  virtual base::Result<Published> publish(const Edit& edit, const std::string& version) = 0;
  virtual base::Result<std::vector<OldVersion>> versions(const std::string& cohort,
                                                         const std::string& path) = 0;  // newest first
  virtual base::Result<std::string> old_text(const std::string& cohort, const std::string& path,
                                             const std::string& id) = 0;
  // Publishes an old text again.
  virtual base::Result<Published> restore(const std::string& cohort, const std::string& path,
                                          const std::string& id, const std::string& version) = 0;
  // Rewrites the rule's `mode:` line and nothing else, and publishes that.
  virtual base::Result<Published> promote(const std::string& cohort, const std::string& rule,
                                          domain::Mode mode) = 0;
  // What the bot said (an outbox key) was wrong: it is taken back, and the post becomes a test of the rule
  // that expects silence. Who wrote the post does not stand in the test.
  virtual base::Result<MarkedWrong> mark_wrong(const std::string& key) = 0;
};

}  // namespace app
