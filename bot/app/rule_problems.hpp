// What is wrong with the rule files, told to facilitators once.
#pragma once

#include <string>

#include "app/ports.hpp"

namespace app {

class Flock;

// Adds an alert for each cohort in which something is wrong that was not told yet, and remembers what was
// told; what has been mended is told again should it come back. One call per cohort, however many mistakes.
void tell_new_problems(domain::Tables& tables, const Flock& flock, Aftermath& aftermath);

}  // namespace app
