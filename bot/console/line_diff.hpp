// Two texts laid side by side, line by line, for people.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace console {

struct DiffLine {
  enum class Kind { same, removed, added, left_out };
  Kind kind = Kind::same;
  std::string text;       // without the line's end
  std::size_t count = 0;  // left_out: how many unchanged lines stand here
};

// What changes from `before` to `after`, with up to three unchanged lines around each change. Nothing for
// equal texts. Parts too different to be compared in time come as removed whole, then added whole.
std::vector<DiffLine> line_diff(const std::string& before, const std::string& after);

}  // namespace console
