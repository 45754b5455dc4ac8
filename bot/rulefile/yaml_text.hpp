// The pass over the raw text before the YAML library sees it: it finds what the library would accept in
// silence or refuse with misleading words.
#pragma once

#include <optional>
#include <string>

#include "rulefile/findings.hpp"

namespace rulefile {

struct TextPass {
  // The text with its slips mended, line by line, so that the rest of the file can be read and judged in the
  // same run; none when nothing sensible can be read.
  std::optional<std::string> mended;
};
TextPass pass_over_text(const SourceText& source, Findings& findings);

// What the library's message means to somebody who does not know YAML; "" when it says nothing more.
Argument plain_words(const std::string& library_message);

}  // namespace rulefile
