// A file's text into its tree: bounds, the pass over the raw text, the YAML library.
#pragma once

#include <optional>

#include "rulefile/document.hpp"
#include "rulefile/findings.hpp"

namespace rulefile {

// None with the reason among the findings. `size`: of the whole file; `source` may hold only its beginning.
std::optional<Node> read_tree(std::size_t size, const SourceText& source, Findings& findings);

}  // namespace rulefile
