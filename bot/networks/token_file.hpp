// What an account was given to prove itself, kept between runs: one small file that only its owner may read.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace networks {

class TokenFile {
 public:
  // The folder is made on the first write, for its owner only.
  explicit TokenFile(std::filesystem::path path) : path_(std::move(path)) {}

  // "" when there is none yet. Error (refused): others could read or change it.
  base::Result<std::string> read() const;
  // On disk when it returns; a reader sees the old or the new one, never half of one.
  base::Status write(const std::string& content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace networks
