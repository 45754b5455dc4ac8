// Who speaks in the practice room: whatever somebody types becomes a handle and, from it, a lasting account.
#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

inline constexpr const char* bot_account = "bot";

// The account of a handle, in any case or accents. `bot_handle` gives the bot's.
std::string account_of(const std::string& handle, const std::string& bot_handle);
// Errors (invalid): nobody named, a name that is the bot's own, or one that is too long.
base::Result<domain::Author> practice_author(const std::string& handle, const std::string& name,
                                             const std::string& bot_handle);
// Errors (invalid): empty, longer than 64 KiB, not UTF-8.
base::Status check_practice_text(const std::string& text);

}  // namespace networks
