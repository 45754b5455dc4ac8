// The world as the shell sees it: everything that is passed in from outside. All of it outlives the shell.
#pragma once

#include <spdlog/fwd.h>

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "domain/alert.hpp"
#include "domain/network.hpp"

namespace domain {
class Store;
struct Tables;
}  // namespace domain

namespace app {

using Networks = std::map<domain::NetworkKind, domain::Network*>;
using Log = std::shared_ptr<spdlog::logger>;  // no post text, name, handle or token above debug

struct Ports {
  domain::Store& store;
  Networks networks;
  const base::Clock& clock;
  domain::Alerts& alerts;
  Log log;
};

// What a transaction leaves to be done once it is on disk.
struct Aftermath {
  std::vector<domain::Alert> alerts;
  bool waits = false;                          // waits were set or taken away
  bool speech = false;                         // the outbox or the list of withdrawals has something new
  bool erased = false;                         // somebody was forgotten: compact the store
  std::map<domain::NetworkKind, int> decided;  // decisions written
};

// Something else for the deciding thread to do, in a transaction; may be run again when the transaction
// fails.
using Errand = std::function<void(domain::Tables&, base::Instant now, Aftermath&)>;

// Tells the alerts and compacts; what fails is logged.
void settle(const Aftermath& aftermath, const Ports& ports);

}  // namespace app
