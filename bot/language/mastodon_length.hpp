// How long a post is for a Mastodon server.
#pragma once

#include <optional>
#include <string_view>

#include "language/reading.hpp"

namespace language {

// Characters as readers see them, where a link that names its protocol counts 23 and @user@host counts as
// @user. Nothing when there is neither: then it is the number of graphemes.
std::optional<int> mastodon_length(std::u32string_view text, const Entities& entities);

}  // namespace language
