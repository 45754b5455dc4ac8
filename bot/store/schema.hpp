// The database's shape, as a list of steps from each version to the next. A step that was released is never
// changed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/connection.hpp"

namespace store {

inline constexpr std::int64_t application_id = 0x464c4f4b;  // "FLOK": whose file it is

// Brings a database from version n to n + 1, n being its place in the list.
using Migration = const char*;

std::span<const Migration> migrations();

// Runs the steps that are missing, each in a transaction of its own. Errors: too_new when the database knows
// more steps than we do, invalid when it is not a Flockmate state; then nothing is changed. Throws
// SQLite::Exception.
base::Status migrate(Connection& connection, std::string_view path, std::span<const Migration> steps);

}  // namespace store
