// What a text must hold for a regular expression to match it.
#pragma once

#include <string>
#include <vector>

namespace re2 {
class FilteredRE2;
}

namespace language {

using Literals = std::vector<std::string>;

// Of each of these lists a text holds one literal at least, if it matches; no list: any text may match. The
// lists have no literal in common, and each of their literals counts. `literals` are those that the
// expression, the only one of the filter, was compiled with.
std::vector<Literals> needs_of(const re2::FilteredRE2& expression, const Literals& literals);

}  // namespace language
