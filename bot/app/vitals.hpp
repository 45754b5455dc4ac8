// How the running service is, in numbers: for /health, /metrics and nobody's curiosity. No names of people,
// no texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/bill.hpp"
#include "domain/post.hpp"

namespace domain {
enum class ActionKind;
enum class DeliveryState;
}  // namespace domain

namespace app {

struct Vitals {
  struct OfNetwork {
    domain::NetworkKind network = domain::NetworkKind::practice;
    std::uint64_t heard = 0;    // posts, edits and deletions taken from it
    std::uint64_t decided = 0;  // decisions on disk
    std::map<domain::ActionKind, std::uint64_t> said;
    base::Duration since_last_heard{};          // or since the start, when nothing came yet
    std::optional<base::Instant> away_since{};  // nothing can be heard from it
    base::Duration away{};
    std::string silence{};               // why this may be a dead stream, or ""
    std::optional<domain::Bill> bill{};  // none where it costs nothing
  };
  struct OfCohort {
    std::string cohort;
    std::size_t open_questions = 0;
    std::size_t open_drafts = 0;
    std::size_t open_cards = 0;
    std::size_t waits = 0;
    std::map<domain::DeliveryState, std::size_t> outbox;  // of what is not settled
    std::size_t bad_files = 0;
  };
  std::vector<OfNetwork> networks;
  std::vector<OfCohort> cohorts;
  bool state_readable = true;
  bool speech_stopped = false;
  std::size_t queue = 0;       // heard and not decided yet
  base::Duration undecided{};  // what was heard has been waiting for so long
  base::Duration sending{};    // one delivery has been under way for so long
};

struct Health {
  bool well = true;
  std::string line;  // one, without its end
};

// Well means: a restart would not help, and nobody has to look.
Health health_of(const Vitals& vitals);

}  // namespace app
