// What the pages show and what they may touch. All of it outlives the console and is thread-safe.
#pragma once

#include "app/changes.hpp"
#include "app/desk.hpp"
#include "app/flock.hpp"
#include "app/rules_desk.hpp"
#include "base/clock.hpp"
#include "domain/practice_room.hpp"
#include "domain/store.hpp"

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
};

}  // namespace console
