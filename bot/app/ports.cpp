#include "app/ports.hpp"

#include "domain/store.hpp"

#include <spdlog/spdlog.h>

namespace app {

void settle(const Aftermath& aftermath, const Ports& ports) {
  for (const domain::Alert& alert : aftermath.alerts) {
    if (const auto told = ports.alerts.tell(alert); !told) {
      ports.log->warn("an alert did not get through: {}", told.error().message);
    }
  }
  if (!aftermath.erased) return;
  if (const auto done = ports.store.compact(); !done) {
    ports.log->error("an erasure is not yet out of the store's journal: {}", done.error().message);
  }
}

}  // namespace app
