// What was decided, and why. The reasons are recorded at the decision, as data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/action.hpp"
#include "domain/person.hpp"

namespace domain {

enum class Verdict { yes, no, skipped, not_reached, unknown };
std::string_view to_word(Verdict verdict);  // "not reached"

struct TraceLine {
  std::string rule;
  Verdict verdict = Verdict::no;
  std::string reason;  // in the facilitators' words, never a learner's text
  bool near_miss =
      false;  // exactly one line of `when` failed, or only `unless`, the limit or an unknown stopped it
};

struct FaqCandidate {
  std::string id;
  double score = 0;
};

struct Trace {
  std::uint64_t ruleset = 0;  // version hash of the ruleset that decided
  base::Instant at{};
  std::string summary;  // one line: what happens and why, for the page
  std::string winner;   // the rule that replies, or ""
  std::vector<TraceLine> lines;
  std::vector<FaqCandidate> faq;  // best first, at most three
};

// A rule that matched and now waits. `holds_reply`: rules below it may not reply before it has been asked
// again.
struct Wait {
  std::string rule;
  base::Instant due{};
  bool holds_reply = false;
};

struct ConsentChange {
  Consent to = Consent::unknown;
  bool forget = false;  // erase the person everywhere; what remains is `to`
};

struct Decision {
  bool asked =
      true;  // false: no rule was asked (own post, another bot, a boost, too old, foreign to the course)
  std::vector<Action> actions;
  std::vector<Wait> waits;
  std::optional<ConsentChange> consent;
  bool trips_breaker = false;
  bool human_needed = false;
  std::string urgent_kind;  // "self-harm" | "harassment" | "grief" | "threat" when human_needed
  Trace trace;
};

}  // namespace domain
