// Inline cases (`test:` in a rule) and stories (*.test.yaml), read and asked. Stories need app's shell to run
// the whole bot, so they are read here and played by whoever passes a StoryPlayer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/post.hpp"
#include "rulefile/diagnostic.hpp"

namespace domain {
struct Action;
}  // namespace domain
namespace rules {
class Calendar;
class Ruleset;
}  // namespace rules

namespace rulefile {

struct CohortFiles;
struct ReadOptions;

// What should happen: all that is set must hold.
struct Expectation {
  bool silent = false;
  std::string action;  // "reply", "post", or the name of an action
  std::string with;    // words inside the wording
  std::string rule;
  Mark rule_mark;  // of the rule's name
  std::string route;
  std::vector<std::string> does;  // names of actions
  std::string held_until;         // "07:00"
  std::string shown;              // as typed
  Mark mark;
};

struct Case {
  std::string rule;
  std::string post;
  std::string at;  // course time "2026-01-26 09:00" instead of a post
  std::string from;
  int posts_so_far = 1;
  std::string language;
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::optional<bool> mentions_bot;
  std::string in_reply_to;
  std::string answered_by;
  std::string label;
  bool some_day = false;
  Expectation expect;
  Mark mark;
};

struct StoryStep {
  std::string who;  // "" for a wait
  std::string says;
  std::string wait;  // duration as typed
  base::Duration length{0};
  int in_reply_to = 0;  // number of the step it answers, from 1; 0: none
  std::optional<Expectation> expect;
  Mark mark;
};

struct Story {
  std::string name;
  std::string start_at;   // course time, as typed: "2026-03-03 21:50"
  base::Instant start{};  // the same as an instant
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::string consent;  // "", "hashtag" or "mention"
  std::vector<StoryStep> steps;
  bool some_day = false;
  Mark mark;
};

struct CohortCases {
  std::vector<Case> cases;
  std::vector<Story> stories;
  std::vector<Diagnostic> diagnostics;
};
CohortCases read_cases(const CohortFiles& files, const ReadOptions& options);

struct CaseResult {
  std::string name;  // rule or story, and which case
  Mark mark;
  Mark expectation;  // what --accept rewrites
  enum class Outcome { passed, failed, some_day_failed, some_day_passes } outcome = Outcome::passed;
  std::string message;  // failed: what differs and why; a passed silent: the condition that stopped it
  std::string got;      // what happened, in the form of an expectation (for --accept)
};

CaseResult ask(const rules::Ruleset& ruleset, const Case& one);
// Compares what happened with an expectation; "" when it holds, else what differs.
std::string difference(const Expectation& expect, const std::vector<domain::Action>& happened,
                       const rules::Calendar& calendar, Language language = Language::english);

// What happened, in the form of an expectation: `silent`, `reply with "The slides are at"`, `save_question`.
std::string as_expectation(const std::vector<domain::Action>& happened);

}  // namespace rulefile
