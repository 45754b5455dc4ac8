#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace base {
namespace {

namespace fs = std::filesystem;

ErrorKind kind_of(int code) {
  return code == ENOENT || code == ENOTDIR ? ErrorKind::not_found : ErrorKind::failed;
}

Error error_about(std::string_view what, const fs::path& path, int code) {
  std::string advice;
  if (code == EACCES || code == EPERM) advice = " Check who owns it and its permissions.";
  if (code == ENOSPC || code == EDQUOT) advice = " Free some space, then try again.";
  if (code == EROFS) advice = " The disk is mounted read-only.";
  return {kind_of(code),
          "Cannot " + std::string(what) + " " + path.string() + ": " + std::strerror(code) + "." + advice};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

// 0, or what went wrong.
int write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return error_about("read", path, errno);
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) return error_about("read", path, errno);
  if (S_ISDIR(about.st_mode)) return Error{ErrorKind::invalid, path.string() + " is a folder, not a file."};
  std::string content;
  std::string chunk(std::size_t{64} * 1024, '\0');
  for (;;) {
    const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return error_about("read", path, errno);
    if (count == 0) return content;
    content.append(chunk, 0, static_cast<std::size_t>(count));
    if (content.size() > limit) {
      return Error{ErrorKind::invalid, path.string() + " is larger than " + std::to_string(limit / 1024) +
                                           " KiB, the most that is read."};
    }
  }
}

Status write_file_atomically(const fs::path& path, std::string_view content) {
  const fs::path beside = path.string() + ".new";
  const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.get() < 0) return error_about("write", beside, errno);
  struct stat before {};
  if (::stat(path.c_str(), &before) == 0) ::fchmod(file.get(), before.st_mode & 0777U);
  if (const int code = write_all(file.get(), content); code != 0) {
    ::unlink(beside.c_str());
    return error_about("write", beside, code);
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return error_about("write", path, errno);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const Descriptor holder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (holder.get() >= 0) ::fsync(holder.get());  // so that the new name survives a power cut
  return {};
}

Result<std::vector<fs::path>> list_files(const fs::path& folder, std::string_view ending) {
  constexpr std::size_t most = 10'000;
  std::error_code code;
  std::vector<fs::path> found;
  fs::recursive_directory_iterator walk(folder, code);
  if (code) return error_about("read the folder", folder, code.value());
  for (; walk != fs::recursive_directory_iterator(); walk.increment(code)) {
    if (code) return error_about("read the folder", folder, code.value());
    const std::string name = walk->path().filename().string();
    if (name.starts_with(".")) {
      walk.disable_recursion_pending();
      continue;
    }
    if (name.ends_with(ending) && walk->is_regular_file(code)) found.push_back(walk->path());
    if (found.size() > most) {
      return Error{ErrorKind::invalid,
                   folder.string() + " holds more than 10000 files; is it the right folder?"};
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace base
