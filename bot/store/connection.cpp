#include "store/connection.hpp"

#include <sqlite3.h>

namespace store {
namespace {

constexpr int busy_milliseconds = 5000;

}  // namespace

std::string Row::text() {
  return statement_.getColumn(next_++).getString();
}

std::int64_t Row::integer() {
  return statement_.getColumn(next_++).getInt64();
}

std::optional<base::Instant> Row::maybe_instant() {
  if (statement_.getColumn(next_).isNull()) {
    ++next_;
    return std::nullopt;
  }
  return instant();
}

Connection::Connection(const std::string& path, Use use)
    : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_milliseconds) {
  // Temporary tables would be files of their own, with learners' words in them.
  database_.exec("PRAGMA temp_store=MEMORY");
  database_.exec("PRAGMA secure_delete=ON");
  database_.exec("PRAGMA synchronous=FULL");
  if (use == Use::read) database_.exec("PRAGMA query_only=ON");
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

SQLite::Statement& Connection::prepared(const char* sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(sql, SQLite::Statement(database_, sql)).first->second;
}

}  // namespace store
