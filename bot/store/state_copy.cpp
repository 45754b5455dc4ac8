#include "store/state_copy.hpp"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "store/schema.hpp"

namespace store {

using base::Error;
using base::ErrorKind;
using base::Status;

namespace fs = std::filesystem;

namespace {

constexpr int busy_milliseconds = 5000;
constexpr int most_tries = 50;
constexpr std::chrono::milliseconds between_tries{100};

Error not_written(const fs::path& file, int reason) {
  return {ErrorKind::failed, file.string() + " cannot be written (" +
                                 std::generic_category().message(reason) +
                                 "). Check the folder, its permissions and the room on the disk."};
}

// So that a power failure finds the old file or the new one.
Status flush(const fs::path& file, int flags) {
  const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  return done ? Status() : not_written(file, reason);
}

std::int64_t number(SQLite::Database& database, const char* sql) {
  return database.execAndGet(sql).getInt64();
}

bool is_whole(SQLite::Database& database) {
  try {
    return database.execAndGet("PRAGMA integrity_check(1)").getString() == "ok";
  } catch (const SQLite::Exception& problem) {
    const int code = problem.getErrorCode();
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) return false;
    throw;
  }
}

}  // namespace

PartFile::PartFile(fs::path place) : place_(std::move(place)), path_(place_.string() + ".part") {
  remove();
}

PartFile::~PartFile() {
  remove();
}

void PartFile::remove() const {
  std::error_code ignored;
  for (const char* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(path_.string() + ending, ignored);
}

Status PartFile::move_into_place() {
  if (Status flushed = flush(path_, O_RDWR); !flushed) return flushed;
  if (::rename(path_.c_str(), place_.c_str()) != 0) return not_written(place_, errno);
  const fs::path folder = place_.has_parent_path() ? place_.parent_path() : fs::path(".");
  return flush(folder, O_RDONLY | O_DIRECTORY);
}

Status copy_database(const fs::path& from, const fs::path& to, bool is_live) {
  const int made = ::open(to.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) return not_written(to, errno);
  ::close(made);
  // Reading beside a writer needs the right to write into the journal's index.
  SQLite::Database source(from.string(), is_live ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY,
                          busy_milliseconds);
  SQLite::Database target(to.string(), SQLite::OPEN_READWRITE, busy_milliseconds);
  SQLite::Backup copy(target, source);
  constexpr int everything = -1;  // in one step: one moment of the state, however busy its service is
  for (int tries = 0; copy.executeStep(everything) != SQLITE_DONE; ++tries) {
    if (tries == most_tries) {
      return Error{ErrorKind::unavailable,
                   from.string() + " is busy with another program. Try again in a moment."};
    }
    std::this_thread::sleep_for(between_tries);
  }
  target.exec("PRAGMA journal_mode=DELETE");
  if (is_whole(target)) return {};
  return Error{ErrorKind::failed,
               from.string() + " is damaged: a copy of it does not pass the check. Nothing was changed."};
}

Status check_state(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY, busy_milliseconds);
  if (number(database, "PRAGMA application_id") != application_id) {
    return Error{ErrorKind::invalid, file.string() + " is no backup of Flockmate's. Nothing was changed."};
  }
  const std::int64_t version = number(database, "PRAGMA user_version");
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (version <= known) return {};
  return Error{ErrorKind::too_new, file.string() + " was written by a newer Flockmate (its version is " +
                                       std::to_string(version) + ", this program knows versions up to " +
                                       std::to_string(known) +
                                       "). Install that Flockmate first. Nothing was changed."};
}

Copied describe(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY, busy_milliseconds);
  const std::int64_t newest =
      number(database,
             "SELECT max(ifnull((SELECT max(created_at) FROM posts), 0), "
             "ifnull((SELECT max(at) FROM ledger), 0), ifnull((SELECT max(at) FROM traces), 0))");
  return {number(database, "SELECT count(*) FROM posts WHERE keeping<>'gone'"), fs::file_size(file),
          base::from_millis(newest)};
}

}  // namespace store
