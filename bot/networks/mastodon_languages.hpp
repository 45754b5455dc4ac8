// Which languages a Mastodon account is not shown: worked out from two looks at the same timeline.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace networks {

// Both are pages of statuses, newest first; `to_all` was taken first. A language counts when posts in it by
// two authors at least are there for all and none is there for the account. Sorted.
std::vector<std::string> languages_hidden_from(const nlohmann::json& to_account,
                                               const nlohmann::json& to_all);

}  // namespace networks
