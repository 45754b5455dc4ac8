// One cohort as one visitor sees it: what every view of a page needs.
#pragma once

#include <memory>
#include <string>

#include "app/flock.hpp"
#include "console/ports.hpp"

namespace console {

struct Scene {
  const Ports& ports;
  std::string cohort;
  std::shared_ptr<const app::Snapshot> snapshot;
  base::Instant now{};
  std::string token;    // of the visitor's forms
  std::string speaker;  // handle of the voice that is chosen, or ""

  const rules::Ruleset& ruleset() const { return *snapshot->ruleset; }
  const domain::Course& course() const { return ruleset().course(); }
  const rules::Calendar& calendar() const { return ruleset().calendar(); }
  bool practice() const { return ports.room != nullptr; }
};

}  // namespace console
