#include "store/disk_errors.hpp"

#include <sqlite3.h>

namespace store {
namespace {

using base::Error;
using base::ErrorKind;

Error full(const std::string& path) {
  return {ErrorKind::failed,
          "The disk that holds " + path +
              " takes no more: it is full, or a quota or size limit is reached. Free some space; "
              "nothing that was stored is lost, only this change was not made."};
}

Error not_writable(const std::string& path) {
  return {ErrorKind::failed,
          path +
              " cannot be written. Make sure that the user who runs flockmate owns the folder "
              "and the file, and that the disk is not mounted read-only. Nothing was lost."};
}

}  // namespace

Error damaged(const std::string& path) {
  return {ErrorKind::failed,
          path +
              " is damaged, or is not a state of Flockmate's. Keep a copy of it, then restore "
              "the last backup with: flockmate restore. Nothing was changed."};
}

Error explain(const SQLite::Exception& problem, const std::string& path) {
  const int detail = problem.getExtendedErrorCode();
  switch (problem.getErrorCode()) {
    case SQLITE_FULL:
      return full(path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return not_writable(path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::unavailable, path + " is busy with another program. Try again in a moment."};
    case SQLITE_IOERR:
      if (detail == SQLITE_IOERR_WRITE || detail == SQLITE_IOERR_SHMSIZE || detail == SQLITE_IOERR_FSYNC) {
        return full(path);
      }
      return {ErrorKind::failed,
              "The disk that holds " + path +
                  " gave an error. Look at the system's log (journalctl -k), and keep a copy of "
                  "the file."};
    default:
      return {ErrorKind::failed, path + " could not be used: " + problem.what() + "."};
  }
}

}  // namespace store
