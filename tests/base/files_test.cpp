#include "base/files.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <fstream>

namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "flockmate-files-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  fs::path folder_;
};

TEST_F(Files, AreReadWhole) {
  write("a.txt", "one\ntwo\n");
  EXPECT_EQ(base::read_file(folder_ / "a.txt").value(), "one\ntwo\n");
}

TEST_F(Files, ThatCannotBeReadSayWhich) {
  const fs::path missing = folder_ / "missing.txt";
  EXPECT_EQ(base::read_file(missing).error().kind, base::ErrorKind::not_found);
  EXPECT_EQ(base::read_file(missing).error().message,
            "Cannot read " + missing.string() + ": No such file or directory.");
  EXPECT_EQ(base::read_file(folder_).error().message, folder_.string() + " is a folder, not a file.");
  write("big.txt", std::string(4096, 'x'));
  EXPECT_EQ(base::read_file(folder_ / "big.txt", 2048).error().message,
            (folder_ / "big.txt").string() + " is larger than 2 KiB, the most that is read.");
}

TEST_F(Files, AreReplacedWhole) {
  write("a.txt", "old");
  ASSERT_TRUE(base::write_file_atomically(folder_ / "a.txt", "new text").ok());
  EXPECT_EQ(base::read_file(folder_ / "a.txt").value(), "new text");
  EXPECT_FALSE(fs::exists(folder_ / "a.txt.new"));
  const base::Status failed = base::write_file_atomically(folder_ / "no" / "a.txt", "x");
  EXPECT_EQ(failed.error().message,
            "Cannot write " + (folder_ / "no" / "a.txt.new").string() + ": No such file or directory.");
}

TEST_F(Files, AreListedInOrderWithoutHiddenOnes) {
  write("b.yaml", "");
  write("a.yaml", "");
  write("sub/c.yaml", "");
  write("notes.txt", "");
  write(".hidden.yaml", "");
  write(".git/d.yaml", "");
  const auto found = base::list_files(folder_, ".yaml");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(*found, (std::vector<fs::path>{folder_ / "a.yaml", folder_ / "b.yaml", folder_ / "sub/c.yaml"}));
  EXPECT_FALSE(base::list_files(folder_ / "none", ".yaml").ok());
}

}  // namespace
