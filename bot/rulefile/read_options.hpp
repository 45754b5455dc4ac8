// What a reading of rule files needs besides the files.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/course.hpp"
#include "rules/network_policy.hpp"

namespace rulefile {

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

}  // namespace rulefile
