// A network that refuses what the bot says, one thing after the other, has something against the account and
// not against the words: from then on it is only listened to, and what would be said there becomes a draft,
// until somebody switches speech on again. Kept in the store, so that a restart does not switch it on.
#pragma once

#include <string>

#include "app/ports.hpp"

namespace app {

class Flock;

// Why the bot only listens there, for people; "" while it may speak.
std::string listen_only_reason(domain::Tables& tables, domain::NetworkKind network);

// That, or why the breaker keeps the bot silent there.
std::string why_silent(domain::Tables& tables, domain::NetworkKind network);

// After each answer. The third refusal in a row within an hour is one too many: facilitators and ops are
// told.
void note_accepted(domain::Tables& tables, domain::NetworkKind network);
void note_refused(domain::Tables& tables, const Flock& flock, domain::NetworkKind network,
                  const std::string& why, base::Instant now, Aftermath& aftermath);

void let_speak_again(domain::Tables& tables, domain::NetworkKind network);

}  // namespace app
