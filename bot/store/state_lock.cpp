#include "store/state_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace store {
namespace {

using base::Error;
using base::ErrorKind;

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  return size > 0 ? " (process " + std::string(text.data(), static_cast<std::size_t>(size)) + ")" : "";
}

Error in_use(const std::filesystem::path& file, int descriptor) {
  return {ErrorKind::conflict,
          "The state in " + file.parent_path().string() + " is in use by another flockmate" +
              holder(descriptor) +
              ". Stop that one first (systemctl stop flockmate), or give this one another state "
              "folder with --state."};
}

Error not_writable(const std::filesystem::path& file, int reason) {
  return {ErrorKind::failed,
          file.string() + " cannot be written (" + std::generic_category().message(reason) +
              "). Make sure that the folder exists, that the user who runs flockmate owns it, and "
              "that the disk is neither full nor mounted read-only."};
}

// Only to name the holder in the message; the lock holds without it.
void write_process_id(int descriptor) {
  const std::string id = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) != 0) return;
  const ssize_t written = ::pwrite(descriptor, id.data(), id.size(), 0);
  static_cast<void>(written);
}

}  // namespace

base::Result<StateLock> StateLock::take(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return not_writable(file, errno);
  StateLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return in_use(file, descriptor);
  write_process_id(descriptor);
  return lock;
}

StateLock::StateLock(StateLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

StateLock& StateLock::operator=(StateLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

StateLock::~StateLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace store
