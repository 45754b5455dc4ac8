// How the commands that ask networks reach them.
#pragma once

#include "networks/reach.hpp"

namespace rulefile {
struct ServiceConfig;
}

namespace cli {

// By the environment's proxy, trusting the settings' own authority besides the system's. Also limits the
// threads of HTTP, so it comes before the first networks::Http.
networks::Reach reach_of(const rulefile::ServiceConfig& config);

}  // namespace cli
