// A regular expression for folded text, made from one that a person wrote.
#pragma once

#include <string>
#include <string_view>

namespace language {

struct FoldedPattern {
  std::string text;  // literal letters folded; escapes, classes by name, group names and flags as they were
  bool reachable =
      true;  // false: it asks for something that folded text never has (capitals by class, tabs, accents)
};

// Any text; what RE2 would refuse comes back as something RE2 refuses.
FoldedPattern fold_pattern(std::string_view pattern);

}  // namespace language
