#include "tests/rulefile/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.hpp"

namespace tests {

void expect_golden(const std::string& path, const std::string& text) {
  const std::filesystem::path file = std::filesystem::path(FLOCKMATE_SOURCE_DIR) / path;
  if (std::getenv("FLOCKMATE_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
    ASSERT_TRUE(base::write_file_atomically(file, text));
  }
  const auto expected = base::read_file(file);
  ASSERT_TRUE(expected) << path << " is missing; FLOCKMATE_ACCEPT=1 writes it";
  EXPECT_EQ(*expected, text) << "in " << path;
}

}  // namespace tests
