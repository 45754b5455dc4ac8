// One database file from another, and what can be told about it without opening it as a store.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.hpp"
#include "store/backup.hpp"

namespace store {

// A file of its own beside its final place: gone with the value unless it was moved there.
class PartFile {
 public:
  explicit PartFile(std::filesystem::path place);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // On disk, under its final name, in one step.
  base::Status move_into_place();

 private:
  void remove() const;

  std::filesystem::path place_;
  std::filesystem::path path_;
};

// The whole of `from` as it stands at one moment, in one file without a journal, its owner's alone, checked.
// Throws SQLite::Exception.
base::Status copy_database(const std::filesystem::path& from, const std::filesystem::path& to, bool is_live);

// Is it a state of ours, and of a version that we know? Throws SQLite::Exception.
base::Status check_state(const std::filesystem::path& file);
Copied describe(const std::filesystem::path& file);

}  // namespace store
