// Times and limits as people write them, brought into the form that can be read.
#pragma once

#include <string>
#include <string_view>

#include "rulefile/grammar.hpp"

namespace rulefile {

// "15min" is "15 minutes", "Mondays 9am" is "Monday at 09:00", "weeks 2-4" is "weeks 2 to 4", "1 per person"
// is "once per learner"; "" when nothing that the type understands is near.
std::string value_meant(Type type, std::string_view text);

}  // namespace rulefile
