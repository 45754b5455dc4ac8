// The store on disk: one SQLite file in the state folder, one process at a time.
// A committed transaction survives a power failure. What is erased is overwritten; compact() clears the
// journal too. A failure inside `work` (disk full, …) leaves `work` as an exception and write()/read() as an
// error: nothing that `work` did is kept, and the store can be used again as soon as the cause is gone.
#pragma once

#include <filesystem>
#include <memory>

#include "domain/store.hpp"

namespace store {

class SqliteStore final : public domain::Store {
 public:
  // Makes the file and its folder when they are missing, brings an older file up to date. Errors: failed (not
  // writable, damaged, in use by another process), invalid (not ours), too_new; each says what to do, and
  // nothing was changed.
  static base::Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& path);
  // One reading of a state whose service may be running meanwhile; changes nothing. Errors: not_found,
  // failed, invalid and too_new as above (also when an older version wrote it: the service brings it up to
  // date when it starts).
  static base::Status read_beside(const std::filesystem::path& path,
                                  const std::function<base::Status(domain::Tables&)>& work);
  // Reads all of it, beside a running service, too: is it whole, and ours? Errors as those of read_beside.
  static base::Status examine(const std::filesystem::path& path);
  ~SqliteStore() override;
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  base::Status write(const std::function<base::Status(domain::Tables&)>& work) override;
  base::Status read(const std::function<base::Status(domain::Tables&)>& work) override;
  base::Status compact() override;

 private:
  struct Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace store
