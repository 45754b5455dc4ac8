// What the pages show and what they may touch. All of it outlives the console and is thread-safe.
#pragma once

#include <string>

#include "base/clock.hpp"

namespace app {
class Changes;
class Desk;
class Flock;
class RulesDesk;
}  // namespace app
namespace domain {
class AdjustableClock;
class PracticeRoom;
class Store;
}  // namespace domain

namespace console {

struct Ports {
  domain::Store& store;
  const app::Flock& flock;
  app::Desk& desk;
  app::Changes& changes;
  const base::Clock& clock;
  domain::PracticeRoom* room = nullptr;  // both only in practice
  domain::AdjustableClock* adjustable_clock = nullptr;
  app::RulesDesk* rules_desk = nullptr;  // null: this console shows no Rules page
  std::string version = {};              // of the program
};

}  // namespace console
