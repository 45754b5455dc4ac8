// What plays need: stores in memory, networks that say nothing.
#pragma once

#include "app/backstage.hpp"

namespace cli {

app::Backstage backstage();

}  // namespace cli
