// Takes back what was planned and not yet said.
#pragma once

#include <string>
#include <vector>

#include "app/ports.hpp"

namespace app {

// Was something about this post sent, or may it have been? Then a second reply must not follow.
bool is_spoken_about(domain::Tables& tables, const domain::PostKey& post);

// Queued replies, open drafts and waits; what they counted for limits is given back.
void cancel_of_post(domain::Tables& tables, const domain::PostKey& post);
void cancel_of_person(domain::Tables& tables, const std::vector<std::string>& cohorts,
                      const domain::AccountKey& person);

// The author deleted it: the text goes, and with it everything planned, open or said about it.
void erase_post(domain::Tables& tables, const domain::PostKey& post, Aftermath& aftermath);

}  // namespace app
