// Port: a channel by which facilitators and ops are called.
#pragma once

#include <string>

#include "base/result.hpp"

namespace domain {

struct Alert {
  enum class Kind { urgent, question, draft, breaker, rules };
  Kind kind = Kind::question;
  std::string cohort;
  std::string to;    // duty | all | a facilitator's name
  std::string text;  // names a rule or a card, never a learner or a learner's words
  std::string link;  // to the card on the facilitators' page, or ""
};

class Alerts {
 public:
  virtual ~Alerts() = default;
  // Never blocks for long; thread-safe. An error is logged by the caller and not retried: the card stays on
  // the page.
  virtual base::Status tell(const Alert& alert) = 0;
};

}  // namespace domain
