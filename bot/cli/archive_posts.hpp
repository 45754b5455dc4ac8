// The posts that `replay` plays: an archive from a file or standard input.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace cli {

// In order of created_at. `from` is the format's word or "auto". Entries that cannot be read are told on
// stderr. Posts whose words mention the bot do so by id too, as the live networks tell it.
base::Result<std::vector<domain::Post>> archive_posts(const std::string& archive, const std::string& from,
                                                      const rules::Ruleset& ruleset,
                                                      const std::string& bot_id);

}  // namespace cli
