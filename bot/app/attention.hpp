// Is everything heard? Watches for times in which a network could not be listened to, and estimates what fell
// into them; and for silences that are not like the course, while the connection seems to live: those are
// told.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.hpp"

namespace app {

class Flock;

// The last time that was missed on a network, as it is remembered in the store.
struct Gap {
  base::Instant from{};
  base::Instant until{};
  int found = 0;                   // posts of that time, found afterwards
  std::optional<double> expected;  // usual in such a time; none: not known yet
};
std::optional<Gap> last_gap(domain::Tables& tables, domain::NetworkKind network);
std::string sentence_of(domain::NetworkKind network, const Gap& gap);

// Nothing was said since then, though so much is usual.
struct Silence {
  base::Instant since{};
  double expected = 0;
};
std::optional<Silence> silence_now(domain::Tables& tables, domain::NetworkKind network);
std::string sentence_of(domain::NetworkKind network, const Silence& silence);

class Attention {
 public:
  // `flock` outlives it.
  Attention(Ports ports, const Flock& flock) : ports_(std::move(ports)), flock_(flock) {}
  // From one thread, as often as one likes: it looks every ten seconds.
  void look();

 private:
  struct Watch {
    bool begun = false;
    std::optional<base::Instant> lost_at;
    std::optional<Gap> gap;  // over, and not written down yet
    base::Instant next_note{};
    base::Instant next_listening{};
  };
  void watch(domain::NetworkKind kind, const domain::Network& network, base::Instant now);
  void note_heard(domain::NetworkKind kind, Watch& watch, base::Instant now);
  void note_gap(domain::NetworkKind kind, Watch& watch);
  void listen_for_silence(domain::NetworkKind kind, Watch& watch, base::Instant now);
  void tell(domain::Tables& tables, domain::NetworkKind kind, const Silence& silence, base::Instant now,
            Aftermath& aftermath) const;
  std::vector<base::Instant> past_of(domain::NetworkKind kind) const;  // when posts were written
  bool is_in_session(const std::string& cohort, base::Instant now) const;
  bool write(const std::function<void(domain::Tables&)>& work);

  const Ports ports_;
  const Flock& flock_;
  base::Instant next_{};
  std::map<domain::NetworkKind, Watch> watches_;
};

}  // namespace app
