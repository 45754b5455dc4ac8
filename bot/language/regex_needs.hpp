// What a text must hold for a regular expression to match it.
#pragma once

#include <string>
#include <vector>

namespace language {

using Literals = std::vector<std::string>;

// Of each of these lists a text holds one literal at least, if it matches; no list: any text may match. The
// lists have no literal in common, and each of their literals counts. Literals are as LiteralSearch takes
// them. An expression that RE2 does not accept needs nothing.
std::vector<Literals> needs_of(const std::string& expression);

}  // namespace language
