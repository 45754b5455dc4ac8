// What was found when one thing was looked at before the service starts, or while it runs: words for ops.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace domain {

enum class Health {
  fine,
  by_hand,  // nobody but a person can see it: a reminder, not a fault
  warning,  // the service runs, and something is not as it should be
  error,    // the service does not start, or does not do its work
};
std::string_view to_word(Health health);  // ok, by hand, warning, error

struct Finding {
  std::string what;  // "mastodon: token"
  Health health = Health::fine;
  std::string sentence;
  std::string mend;  // what to do; "" when all is fine
};
using Findings = std::vector<Finding>;

// Our errors say what is wrong, then what to do: the first sentence, and the rest.
Finding finding_of(const std::string& what, const base::Error& error, Health health = Health::error);

}  // namespace domain
