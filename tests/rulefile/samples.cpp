#include "tests/rulefile/samples.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.hpp"

namespace tests {

void leave_sample(const std::string& kind, const std::string& name, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(FLOCKMATE_BINARY_DIR) / "samples" / kind;
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(base::write_file_atomically(folder / (name + ".yaml"), text));
}

}  // namespace tests
