// What `flockmate doctor` finds out about the Jetstreams of the settings.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "networks/reach.hpp"

namespace networks {

class Examination;

// Follows each of them until it tells something, at most so long.
void examine_jetstreams(Examination& examination, const std::vector<std::string>& servers, const Reach& reach,
                        base::Duration patience = std::chrono::seconds{5});

}  // namespace networks
