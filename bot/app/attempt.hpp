// What an attempt to say something leaves behind in the store.
#pragma once

#include "domain/network.hpp"
#include "domain/store.hpp"

namespace app {

// What the row says, as networks take it.
domain::Utterance utterance_of(domain::Tables& tables, const domain::OutboxRow& row);

// It is there. Taken back at once when the post it answers was deleted meanwhile.
void note_published(domain::Tables& tables, domain::OutboxRow& row, const domain::Published& published,
                    const domain::Author& self, base::Instant now);
// Refused: final, and the facilitators are told. Not found: nobody can answer it by the bot's account, so it
// is a draft. Unavailable: again after `backoff`. Anything else: in doubt.
void note_failure(domain::Tables& tables, domain::OutboxRow& row, const base::Error& error,
                  base::Duration backoff, base::Instant now);
// One in doubt was looked up and is certainly not there: it is sent again, later and later when that has not
// helped for a while.
void note_not_there(domain::Tables& tables, domain::OutboxRow& row, base::Instant now);
// Nobody knows yet. After three look-ups over ten minutes it becomes a draft. One that the network did not
// answer (`why` is unavailable) is made again, later and later, and counts only when the row is too old to be
// sent anyway.
void note_unknown(domain::Tables& tables, domain::OutboxRow& row, const base::Error& why, base::Instant now);

}  // namespace app
