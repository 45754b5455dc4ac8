// What one decision looks at, bundled: borrowed values that outlive the call.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "domain/facts.hpp"
#include "domain/post.hpp"

namespace language {
struct Reading;
}  // namespace language

namespace rules {

class Ruleset;

struct Situation {
  const Ruleset& ruleset;
  const domain::Post* post;          // null: time is the trigger
  const language::Reading* reading;  // null without a post
  const domain::Facts& facts;
  base::Instant now{};
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::string cause;           // the post's id, or "due:RULE:INSTANT"
  bool consent_given = false;  // an inline case: consent is taken as given, mode does not count
};

}  // namespace rules
