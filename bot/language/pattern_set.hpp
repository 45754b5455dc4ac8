// All regular expressions of all rules at once, in time linear in the post. RE2 syntax, matched on folded
// text, so patterns are folded too: 'Week \d' and "où" find "week 3" and "ou".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "language/regex_set.hpp"

namespace language {

// Immutable and thread-safe after building.
class PatternSet {
 public:
  // An error (invalid) names the first pattern that cannot be used and says why.
  static base::Result<PatternSet> build(const std::vector<std::string>& patterns);

  // Places in the list of the patterns that match somewhere in the text, ascending. `folded` is what
  // base::fold wrote.
  std::vector<std::uint32_t> find(std::string_view folded) const;

 private:
  explicit PatternSet(RegexSet set);
  RegexSet set_;
};

}  // namespace language
