#include "networks/token_file.hpp"

#include <sys/stat.h>

#include <system_error>

#include "base/files.hpp"

namespace networks {
namespace {

constexpr std::size_t longest = std::size_t{64} * 1024;
constexpr auto for_its_owner = std::filesystem::perms::owner_all;

}  // namespace

base::Result<std::string> TokenFile::read() const {
  struct stat about {};
  if (::stat(path_.c_str(), &about) == 0 && (about.st_mode & 077U) != 0) {
    return base::Error{base::ErrorKind::refused,
                       path_.string() + " can be read by others. Run: chmod 600 " + path_.string()};
  }
  auto content = base::read_file(path_, longest);
  if (!content && content.error().kind == base::ErrorKind::not_found) return std::string();
  return content;
}

base::Status TokenFile::write(const std::string& content) const {
  std::error_code code;
  if (std::filesystem::create_directories(path_.parent_path(), code)) {
    std::filesystem::permissions(path_.parent_path(), for_its_owner, code);
  }
  return base::write_file_atomically(path_, content);
}

}  // namespace networks
