#include "store/sqlite.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <mutex>
#include <system_error>

#include "store/connection.hpp"
#include "store/disk_errors.hpp"
#include "store/keyed_hash.hpp"
#include "store/schema.hpp"
#include "store/sqlite_tables.hpp"
#include "store/state_lock.hpp"

namespace store {

using base::Error;
using base::ErrorKind;
using base::Status;

namespace {

// A connection with all table groups over it; used by one thread at a time.
struct Seat {
  Seat(const std::string& path, Connection::Use use, const std::string& key)
      : connection(path, use), hash(key) {}

  std::mutex mutex;
  Connection connection;
  KeyedHash hash;
  SqlitePosts posts{connection, hash};
  SqlitePeople people{connection, hash, posts};
  SqliteLedger ledger{connection};
  SqliteOutbox outbox{connection};
  SqliteDrafts drafts{connection};
  SqliteWaits waits{connection};
  SqliteQuestions questions{connection};
  SqliteCards cards{connection};
  SqliteTraces traces{connection};
  SqliteSettings settings{connection};
  domain::Tables tables{posts, people, ledger, outbox, drafts, waits, questions, cards, traces, settings};
};

void roll_back(Connection& connection) {
  try {
    if (connection.in_transaction()) connection.run("ROLLBACK");
  } catch (
      const std::exception&) {  // SQLite has rolled back by itself; the first failure is the one to report
    return;
  }
}

// `begin` opens the transaction; library exceptions end here.
Status in_transaction(Seat& seat, const std::string& path, const char* begin,
                      const std::function<Status(domain::Tables&)>& work) {
  const std::lock_guard lock(seat.mutex);
  try {
    seat.connection.run(begin);
    Status status = work(seat.tables);
    if (status.ok()) {
      seat.connection.run("COMMIT");
    } else {
      roll_back(seat.connection);
    }
    return status;
  } catch (const SQLite::Exception& problem) {
    roll_back(seat.connection);
    return explain(problem, path);
  } catch (const std::exception& problem) {
    roll_back(seat.connection);
    return Error{ErrorKind::failed, path + " could not be used: " + problem.what() + "."};
  }
}

Status prepare_folder(const std::filesystem::path& path) {
  std::error_code problem;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), problem);
  if (problem) {
    return Error{ErrorKind::failed,
                 "The state folder " + path.parent_path().string() + " cannot be made (" + problem.message() +
                     "). Give flockmate a folder that its user may write to, with --state."};
  }
  return {};
}

// Ours alone from the first byte on: it holds what learners wrote. SQLite gives its journal the same mode.
void make_private(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);  // when it cannot be made, opening the database says so
}

Status set_up(Connection& connection, const std::string& path) {
  // Before the first table is made: an erasure gives pages back to the disk.
  if (connection.number("PRAGMA user_version") == 0) connection.execute("PRAGMA auto_vacuum=INCREMENTAL");
  if (auto status = migrate(connection, path, migrations()); !status) return status;
  const auto mode = connection.first("PRAGMA journal_mode=WAL", [](Row& row) { return row.text(); });
  if (mode.value_or("") != "wal") {
    return Error{ErrorKind::failed,
                 "The disk that holds " + path +
                     " cannot keep a write-ahead log (a network share?). Put the state folder on "
                     "a local disk."};
  }
  connection.run("INSERT OR IGNORE INTO settings VALUES (?1, ?2)", hash_key_setting, KeyedHash::new_key());
  return {};
}

}  // namespace

struct SqliteStore::Parts {
  Parts(StateLock taken, std::string file, const std::string& key)
      : lock(std::move(taken)),
        path(std::move(file)),
        writer(path, Connection::Use::write, key),
        reader(path, Connection::Use::read, key) {}

  StateLock lock;
  std::string path;
  Seat writer;
  Seat reader;
};

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& path) {
  if (auto status = prepare_folder(path); !status) return status.error();
  auto lock = StateLock::take(path.string() + ".lock");
  if (!lock) return lock.error();
  make_private(path);
  try {
    std::string key;
    {
      Connection first(path.string(), Connection::Use::write);
      if (auto status = set_up(first, path.string()); !status) return status.error();
      key = SqliteSettings(first).get(hash_key_setting);
    }
    auto parts = std::make_unique<Parts>(std::move(lock).value(), path.string(), key);
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(parts)));
  } catch (const SQLite::Exception& problem) {
    return explain(problem, path.string());
  } catch (const std::exception& problem) {
    return Error{ErrorKind::failed, path.string() + " could not be opened: " + problem.what() + "."};
  }
}

Status SqliteStore::read_beside(const std::filesystem::path& path,
                                const std::function<Status(domain::Tables&)>& work) {
  if (!std::filesystem::exists(path)) {
    return Error{ErrorKind::not_found,
                 "There is no state in " + path.parent_path().string() + ". Name its folder with --state."};
  }
  try {
    std::string key;
    {
      Connection first(path.string(), Connection::Use::read);
      if (first.number("PRAGMA user_version") != static_cast<std::int64_t>(migrations().size())) {
        return Error{ErrorKind::too_new,
                     path.string() +
                         " was written by another version of flockmate. Use that version, or start "
                         "this one's service on it once."};
      }
      key = SqliteSettings(first).get(hash_key_setting);
    }
    Seat seat(path.string(), Connection::Use::read, key);
    return in_transaction(seat, path.string(), "BEGIN", work);
  } catch (const SQLite::Exception& problem) {
    return explain(problem, path.string());
  }
}

Status SqliteStore::examine(const std::filesystem::path& path) {
  if (auto readable = read_beside(path, [](domain::Tables&) { return Status(); }); !readable) return readable;
  try {
    Connection connection(path.string(), Connection::Use::read);
    const auto verdict = connection.first("PRAGMA quick_check(1)", [](Row& row) { return row.text(); });
    if (verdict.value_or("") == "ok") return {};
    return damaged(path.string());
  } catch (const SQLite::Exception& problem) {
    return explain(problem, path.string());
  }
}

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteStore::~SqliteStore() = default;

Status SqliteStore::write(const std::function<Status(domain::Tables&)>& work) {
  return in_transaction(parts_->writer, parts_->path, "BEGIN IMMEDIATE", work);
}

Status SqliteStore::read(const std::function<Status(domain::Tables&)>& work) {
  return in_transaction(parts_->reader, parts_->path, "BEGIN", work);
}

Status SqliteStore::compact() {
  const std::scoped_lock lock(parts_->writer.mutex, parts_->reader.mutex);
  Connection& connection = parts_->writer.connection;
  try {
    connection.each("PRAGMA incremental_vacuum", [](Row& /*page*/) {});
    const std::int64_t busy = connection.number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (busy != 0) {
      return Error{ErrorKind::unavailable,
                   parts_->path + " is being read by another program. Try again in a moment."};
    }
    return {};
  } catch (const SQLite::Exception& problem) {
    return explain(problem, parts_->path);
  }
}

}  // namespace store
