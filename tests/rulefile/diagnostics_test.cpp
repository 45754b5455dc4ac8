// What `flockmate check` prints about a folder with mistakes, word for word, in English and in
// French: tests/diagnostics/<name>.bad.
#include <gtest/gtest.h>

#include <filesystem>

#include "rulefile/help.hpp"
#include "tests/rulefile/folder.hpp"
#include "tests/rulefile/golden.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> bad_folders() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(FLOCKMATE_SOURCE_DIR) / "tests/diagnostics")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class BadFolder : public testing::TestWithParam<std::string> {};

TEST_P(BadFolder, IsToldWordForWord) {
  const std::string folder = "tests/diagnostics/" + GetParam();
  const auto read = rulefile::read_cohort(
      tests::cohort_folder(std::string(FLOCKMATE_SOURCE_DIR) + "/" + folder, folder), {});
  EXPECT_FALSE(read.diagnostics.empty());
  using rulefile::Language;
  for (const auto& [language, file] :
       {std::pair(Language::english, "/expected.txt"), std::pair(Language::french, "/attendu.txt")}) {
    tests::expect_golden(folder + file, rulefile::to_text(read.diagnostics, false, language) +
                                            rulefile::count_line(read.diagnostics, language) + "\n");
  }
  for (const auto& one : read.diagnostics) EXPECT_TRUE(rulefile::help_page(one.code)) << one.code;
}

INSTANTIATE_TEST_SUITE_P(All, BadFolder, testing::ValuesIn(bad_folders()), [](const auto& one) {
  std::string name = one.param.substr(0, one.param.find('.'));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BadFolders, AreMany) {
  EXPECT_GE(bad_folders().size(), 10U);
}

}  // namespace
