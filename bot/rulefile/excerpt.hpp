// The line of a mistake as it stands in the file, with carets below: right with tabs, wide characters and
// emoji.
#pragma once

#include <string>

#include "rulefile/diagnostic.hpp"

namespace rulefile {

struct Excerpt {
  std::string line;    // cut to what fits on a screen
  std::string indent;  // white space as wide as what stands before the mistake
  std::string carets;
};
Excerpt excerpt_of(const Diagnostic& diagnostic);

}  // namespace rulefile
