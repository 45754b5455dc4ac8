// Sentences out of a catalogue: with blanks to fill in, set as their language sets them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

// %1 to %9 become the arguments; a blank without one disappears.
std::string fill_in(std::string_view sentence, const std::vector<std::string>& arguments);

// French sets a space before high punctuation and inside its quotes, at which no line may break.
std::string set_in_french(std::string_view words);

}  // namespace base
