// "- rule: a" and "- when: ..." are pieces of one rule, torn by a dash before each line.
#pragma once

#include "rulefile/document.hpp"
#include "rulefile/findings.hpp"

namespace rulefile {

// Tells of the first such dash of each item, and puts the pieces together, so that they are read.
void join_items(Node& file, Findings& findings);

}  // namespace rulefile
