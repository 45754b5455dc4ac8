// Whom a call is for.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/course.hpp"

namespace app {

// `to`: duty (whose day it is in the course's time zone; everybody on a day that is nobody's), all, or a
// name.
std::vector<domain::Facilitator> on_call(const domain::Course& course, const std::string& to,
                                         base::Instant now);

}  // namespace app
