// Names to addresses, without waiting longer than one wants to: the system's resolver cannot be interrupted,
// so it is left behind.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace networks {

// Numeric addresses, in the system's order. Error (unavailable): no such name, or it took too long.
base::Result<std::vector<std::string>> resolve(const std::string& host, base::Duration at_most,
                                               const std::stop_token& stop);

}  // namespace networks
