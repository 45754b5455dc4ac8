// One cohort as one visitor sees it: what every view of a page needs.
#pragma once

#include <memory>
#include <string>

#include "console/ports.hpp"

namespace app {
struct Snapshot;
}  // namespace app
namespace domain {
enum class Language;
struct Course;
}  // namespace domain
namespace rules {
class Calendar;
class Ruleset;
}  // namespace rules

namespace console {

struct Scene {
  const Ports& ports;
  std::string cohort;
  std::shared_ptr<const app::Snapshot> snapshot;
  base::Instant now{};
  std::string token;    // of the visitor's forms
  std::string speaker;  // handle of the voice that is chosen, or ""

  const rules::Ruleset& ruleset() const;
  const domain::Course& course() const;
  const rules::Calendar& calendar() const;
  // In which reasons and mistakes are told.
  domain::Language language() const;
  bool practice() const { return ports.room != nullptr; }
};

}  // namespace console
