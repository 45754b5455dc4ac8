// Keeps two processes off the same state. Held as long as the value lives; gone with the process, however it
// ends.
#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace store {

class StateLock {
 public:
  // Errors: conflict when another process (or another store of this one) holds it, failed when it cannot be
  // made.
  static base::Result<StateLock> take(const std::filesystem::path& file);
  StateLock(StateLock&& other) noexcept;
  StateLock& operator=(StateLock&& other) noexcept;
  StateLock(const StateLock&) = delete;
  StateLock& operator=(const StateLock&) = delete;
  ~StateLock();

 private:
  explicit StateLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace store
