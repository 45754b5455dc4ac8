#include "store/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <vector>

#include "store/connection.hpp"
#include "store/disk_errors.hpp"
#include "store/keyed_hash.hpp"
#include "store/schema.hpp"
#include "store/sqlite_tables.hpp"
#include "store/state_copy.hpp"
#include "store/state_lock.hpp"

namespace store {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace fs = std::filesystem;

namespace {

Error no_backup(const fs::path& file) {
  return {ErrorKind::invalid,
          file.string() + " is damaged, or is no backup of Flockmate's. Nothing was changed."};
}

// Library exceptions end here.
template <typename Work>
Status guarded(const fs::path& file, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& problem) {
    return explain(problem, file.string());
  } catch (const std::exception& problem) {
    return Error{ErrorKind::failed, file.string() + " could not be used: " + problem.what() + "."};
  }
}

Status check_backup(const fs::path& file) {
  std::error_code code;
  if (!fs::exists(file, code)) {
    return Error{ErrorKind::not_found, "There is no file " + file.string() + ". Nothing was changed."};
  }
  try {
    return check_state(file);
  } catch (const SQLite::Exception&) {
    return no_backup(file);
  }
}

// What is there already may be an older backup, and nothing else.
Status check_target(const fs::path& state, const fs::path& file) {
  std::error_code code;
  if (!fs::exists(file, code)) return {};
  if (fs::equivalent(state, file, code)) {
    return Error{ErrorKind::conflict,
                 file.string() + " is the state itself. Name another file for the backup."};
  }
  const Status is_ours = fs::is_regular_file(file, code) ? check_backup(file) : Status(no_backup(file));
  if (is_ours || is_ours.error().kind == ErrorKind::too_new) return {};
  return Error{ErrorKind::conflict, file.string() +
                                        " is there already and is no backup of Flockmate's. Name another "
                                        "file."};
}

Status may_replace(const fs::path& state, const Copied& backup) {
  std::optional<Copied> there;
  const Status readable = guarded(state, [&]() -> Status {
    if (Status ours = check_state(state); !ours) return ours;
    there = describe(state);
    return {};
  });
  if (!readable) {
    return Error{ErrorKind::conflict,
                 "The state in " + state.parent_path().string() +
                     " cannot be read, so nobody knows whether it goes on after this backup. To restore "
                     "all the same, add --replace-newer. Nothing was changed."};
  }
  if (there->newest <= backup.newest) return {};
  return Error{ErrorKind::conflict,
               "The state in " + state.parent_path().string() + " goes on after this backup: it ends at " +
                   base::to_rfc3339(there->newest) + ", the backup at " + base::to_rfc3339(backup.newest) +
                   ". What came in between would be lost. To restore all the same, add --replace-newer. "
                   "Nothing was changed."};
}

std::vector<domain::PostKey> keys(Connection& connection, const char* sql) {
  std::vector<domain::PostKey> found;
  connection.each(sql, [&](Row& row) {
    const auto network = domain::network_from_word(row.text());
    if (network) found.push_back({*network, row.text()});
  });
  return found;
}

// Consent outlives a restore: who said stop, was forgotten or deleted a post since then is not brought back.
// People leave the state in one way only, by being forgotten.
void keep_taken_back(Connection& connection, Restored& report) {
  const std::string key = SqliteSettings(connection).get(hash_key_setting);
  KeyedHash hash(key);
  SqlitePosts posts(connection, hash);
  SqlitePeople people(connection, hash, posts);
  report.stopped = connection.run("INSERT OR IGNORE INTO stopped SELECT network, hash FROM there.stopped");
  for (const auto& [network, id] :
       keys(connection,
            "SELECT network, id FROM main.people WHERE NOT EXISTS (SELECT 1 FROM there.people AS other "
            "WHERE other.network=main.people.network AND other.id=main.people.id)")) {
    const bool stopped = people.find("", {network, id}).consent == domain::Consent::stopped;
    people.forget({network, id}, stopped);
    ++report.forgotten;
  }
  for (const domain::PostKey& post :
       keys(connection,
            "SELECT network, id FROM main.posts WHERE keeping<>'gone' AND EXISTS (SELECT 1 FROM "
            "there.posts AS other WHERE other.network=main.posts.network AND other.id=main.posts.id AND "
            "other.keeping='gone')")) {
    posts.erase(post);
    ++report.deleted;
  }
  connection.run("INSERT OR IGNORE INTO removed SELECT network, hash FROM there.removed");
}

// Only of the state that the backup was made from: its hashes are made with the same key.
void carry_over(Connection& connection, const fs::path& state, Restored& report) {
  connection.run("ATTACH DATABASE ?1 AS there", state.string());
  const bool same_state = connection.number(
                              "SELECT count(*) FROM main.settings AS one JOIN there.settings AS other "
                              "ON one.key=other.key AND one.value=other.value WHERE one.key=?1",
                              hash_key_setting) == 1;
  if (same_state) {
    connection.run("BEGIN IMMEDIATE");
    keep_taken_back(connection, report);
    connection.run("COMMIT");
  }
  connection.run("DETACH DATABASE there");
}

// What the backup was about to say may have been said since, and so may what it will decide again.
void doubt_speech(Connection& connection, base::Instant now) {
  connection.run("UPDATE outbox SET state='in doubt', attempts=0 WHERE state IN ('planned', 'sending')");
  connection.run("INSERT OR REPLACE INTO settings VALUES (?1, ?2)", domain::restored_setting,
                 base::to_rfc3339(now));
}

// Root puts back what the service's own account must be able to use.
void hand_over(const fs::path& file, const fs::path& folder) {
  struct stat about {};
  if (::geteuid() != 0 || ::stat(folder.c_str(), &about) != 0) return;
  if (::chown(file.c_str(), about.st_uid, about.st_gid) != 0) return;  // the service will say so
}

// At no moment is there no state: the new file takes the name over. The old journal goes first, because
// beside the new file it would be read as its own.
Result<fs::path> keep_aside(const fs::path& state) {
  const fs::path kept = state.string() + ".replaced";
  std::error_code code;
  for (const char* ending : {"-wal", "-shm"}) {
    fs::remove(kept.string() + ending, code);
    if (fs::exists(state.string() + ending))
      fs::rename(state.string() + ending, kept.string() + ending, code);
  }
  fs::remove(kept, code);
  fs::create_hard_link(state, kept, code);
  if (code) fs::rename(state, kept, code);  // a disk without links
  if (!code) return kept;
  return Error{ErrorKind::failed, "The state in " + state.parent_path().string() + " cannot be kept aside (" +
                                      code.message() + "). It was left as it is."};
}

// Empties the journal, so that the file alone is the state.
void settle_journal(const fs::path& state) {
  Connection(state.string(), Connection::Use::write).number("PRAGMA wal_checkpoint(TRUNCATE)");
}

// The copy becomes what the service will start on.
Status make_ready(const PartFile& part, const fs::path& state, bool takes_over, base::Instant now,
                  Restored& report) {
  Connection connection(part.path().string(), Connection::Use::write);
  if (Status current = migrate(connection, part.path().string(), migrations()); !current) return current;
  if (takes_over) carry_over(connection, state, report);
  doubt_speech(connection, now);
  return {};
}

Status put_in_place(PartFile& part, const fs::path& state, bool replace_newer, base::Instant now,
                    Restored& report) {
  const bool is_there = fs::exists(state);
  if (is_there && !replace_newer) {
    if (Status allowed = may_replace(state, report.copied); !allowed) return allowed;
  }
  const bool is_readable = is_there && guarded(state, [&] { return check_state(state); });
  if (is_readable) settle_journal(state);
  if (Status ready = make_ready(part, state, is_readable, now, report); !ready) return ready;
  if (is_there) {
    auto kept = keep_aside(state);
    if (!kept) return kept.error();
    report.kept = *kept;
  }
  hand_over(part.path(), state.parent_path());
  return part.move_into_place();
}

}  // namespace

Result<Copied> back_up(const fs::path& state, const fs::path& file) {
  std::error_code code;
  if (!fs::exists(state, code)) {
    return Error{ErrorKind::not_found,
                 "There is no state in " + state.parent_path().string() + ". Name its folder with --state."};
  }
  if (Status target = check_target(state, file); !target) return target.error();
  Copied report;
  const Status done = guarded(state, [&]() -> Status {
    PartFile part(file);
    if (Status copied = copy_database(state, part.path(), true); !copied) return copied;
    if (Status ours = check_state(part.path()); !ours) return ours;
    report = describe(part.path());
    return part.move_into_place();
  });
  if (!done) return done.error();
  return report;
}

Result<Restored> restore(const fs::path& file, const fs::path& state, bool replace_newer, base::Instant now) {
  if (Status backup = check_backup(file); !backup) return backup.error();
  const fs::path lock_file = state.string() + ".lock";
  const auto lock = StateLock::take(lock_file);
  if (!lock) return lock.error();
  hand_over(lock_file, state.parent_path());
  Restored report;
  const Status done = guarded(state, [&]() -> Status {
    PartFile part(state);
    if (Status copied = copy_database(file, part.path(), false); !copied) return copied;
    report.copied = describe(part.path());
    return put_in_place(part, state, replace_newer, now, report);
  });
  if (!done) return done.error();
  return report;
}

}  // namespace store
