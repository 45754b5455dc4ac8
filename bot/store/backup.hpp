// Copies of the state for safe keeping: made while a service runs on it, put back while none does. A copy is
// one file that only its owner can read, whole or not there at all, and was checked by the database itself.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace store {

struct Copied {
  std::int64_t posts = 0;
  std::uintmax_t bytes = 0;
  base::Instant newest{};  // of what it holds
};

// `state` is the database's file. A backup that is there already is replaced, any other file is not. Errors:
// not_found (no state), conflict (`file` is something else), failed, unavailable; each is a sentence for
// whoever asked, and leaves what was there.
base::Result<Copied> back_up(const std::filesystem::path& state, const std::filesystem::path& file);

struct Restored {
  Copied copied;
  std::filesystem::path kept;  // the state that was there before, moved aside; "" when there was none
  // What people had taken back from that state since the backup was made stays taken back.
  std::int64_t stopped = 0;    // said stop
  std::int64_t forgotten = 0;  // were forgotten
  std::int64_t deleted = 0;    // posts
};

// Puts a backup in the state's place. What it would still have said counts as in doubt: the networks are
// asked first, because it may have been said since. Errors: conflict (a service runs on the state; the state
// goes on after the backup and `replace_newer` is not set), not_found, invalid (no backup of ours), too_new,
// failed. Nothing is changed then.
base::Result<Restored> restore(const std::filesystem::path& file, const std::filesystem::path& state,
                               bool replace_newer, base::Instant now);

}  // namespace store
