// Whether facilitators can be called by direct message.
#pragma once

#include <vector>

#include "domain/course.hpp"
#include "domain/finding.hpp"

namespace domain {
class Messenger;
}  // namespace domain

namespace cli {

// Asks for each of them whom the course names on that network; tells them nothing. Blocks meanwhile.
domain::Findings examine_messages(domain::NetworkKind network,
                                  const std::vector<domain::Facilitator>& facilitators,
                                  domain::Messenger& messenger);

}  // namespace cli
