// One pass over the rules for one post: order, one reply per post, waits, limits, modes, unknowns.
#pragma once

#include <optional>
#include <string>

#include "domain/decision.hpp"
#include "rules/match.hpp"
#include "rules/situation.hpp"
#include "rules/speech.hpp"

namespace rules {

struct Rule;
enum class Reason;

class Pass {
 public:
  // Adds to the decision; both outlive the pass. `silent`: why nothing may be said (manners), or "".
  Pass(const Situation& situation, domain::Decision& decision, std::string silent);

  // First hearing: a rule with a wait waits.
  void hear(std::size_t place);
  // Its wait is over. False: it replies, but not to this post; the rules below it may.
  bool wake(std::size_t place);
  bool reply_is_taken() const { return !taken_by_.empty(); }

 private:
  bool is_shadow(const Rule& rule) const;
  bool may_not_reply(const Rule& rule) const;
  bool waits_for_morning(const Rule& rule) const;
  base::Instant due_of(const Rule& rule) const;
  // Judges and applies the limit; none when the rule ends here (its line is written).
  std::optional<Judgement> consider(std::size_t place);
  void hold_back(const Rule& rule, const Judgement& judgement, base::Instant due);
  void carry_out(const Rule& rule, const Judgement& judgement);
  void speak(const Rule& rule, const Judgement& judgement);
  void take_reply(const std::string& rule, Reason why);
  void line(const Rule& rule, domain::Verdict verdict, std::string reason, bool near_miss = false);

  const Situation& situation_;
  domain::Decision& decision_;
  Speaker speaker_;
  std::string silent_;
  std::string taken_by_;   // the rule that has the post's reply
  std::string taken_why_;  // "point-to-faq comes first and replies"
};

}  // namespace rules
