// What a play needs that is not the course's: a store and a network that come and go with it. The shell is
// given them, for it knows no store and no network by name.
#pragma once

#include <functional>
#include <memory>

#include "domain/network.hpp"
#include "domain/store.hpp"

namespace app {

struct Backstage {
  // Empty, in memory.
  std::function<std::unique_ptr<domain::Store>()> store;
  // Says nothing to anybody; the bot is `self` there.
  std::function<std::unique_ptr<domain::Network>(domain::NetworkKind, const domain::Author& self)> network;
};

}  // namespace app
