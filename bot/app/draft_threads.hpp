// The threads in which a draft waits for a person. Whoever answers by hand rarely writes the hashtag, so no
// stream tells of it: the threads are read now and then, and a facilitator's own answer closes the draft.
#pragma once

#include <map>
#include <vector>

#include "app/ports.hpp"
#include "app/scheduler.hpp"

namespace app {

class DraftThreads {
 public:
  DraftThreads(Decider& decider, Ports ports, Flock& flock, Scheduler::Run run);

  // A minute after a draft was made, then whenever it has become twice as old: often while somebody may be
  // answering, and a few cents in all where reading costs money; a restart goes on with that. A few threads
  // every 15 seconds, and none of a network that is away.
  void look();

 private:
  std::vector<domain::PostKey> due(base::Instant now);
  bool is_due(const domain::PostKey& post, base::Instant drafted, base::Instant now);
  base::Instant last_look_before_start(base::Instant drafted) const;
  void read(const domain::PostKey& post);

  Decider& decider_;
  const Ports ports_;
  Flock& flock_;
  const Scheduler::Run run_;
  const base::Instant started_;
  std::map<domain::PostKey, base::Instant> looked_;  // of open drafts
  base::Instant next_{};
};

}  // namespace app
