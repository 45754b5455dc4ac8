#include "app/examination.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "rulefile/diagnostic.hpp"
#include "tests/fakes/folder.hpp"

namespace {

using domain::Finding;

std::string words(const Finding& one) {
  return std::string(domain::to_word(one.health)) + " " + one.what + ": " + one.sentence +
         (one.mend.empty() ? "" : " | " + one.mend);
}

TEST(Examination, files_with_errors_stand_in_the_way_warnings_do_not) {
  rulefile::Diagnostic error;
  rulefile::Diagnostic warning;
  warning.severity = rulefile::Severity::warning;
  EXPECT_EQ(words(app::examine_files("rules", {warning})),
            "ok rules: The files can be read: 0 errors, 1 warning.");
  EXPECT_EQ(words(app::examine_files("rules", {warning, error, warning})),
            "error rules: The files have mistakes: 1 error, 2 warnings. | Each is shown, with its mend, by: "
            "flockmate "
            "check.");
}

TEST(Examination, the_state_folder) {
  const fakes::Folder folder;
  const std::string place = folder.path().string();
  EXPECT_EQ(words(app::examine_state_folder(place)),
            "ok state: The state folder " + place + " can be written to by its owner.");
  EXPECT_EQ(words(app::examine_state_folder(folder.path() / "none")),
            "ok state: The state folder " + place + "/none is made when the service first starts.");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "none"));
  std::ofstream(folder.path() / "file") << "x";
  EXPECT_EQ(words(app::examine_state_folder(folder.path() / "file")),
            "error state: " + place + "/file is a file, not a folder. | Name another one under `state:`.");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read);
  EXPECT_EQ(words(app::examine_state_folder(place)),
            "error state: The state folder " + place +
                " cannot be written to by its owner. | Run: chmod u+rwx " + place + ".");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

TEST(Examination, a_state_folder_of_somebody_else) {
  const fakes::Folder folder;
  EXPECT_TRUE(app::is_own_folder(folder.path()));
  if (::geteuid() == 0) {  // root may look after it, but it is not root's
    ASSERT_EQ(::chown(folder.path().c_str(), 12345, 12345), 0);
    EXPECT_FALSE(app::is_own_folder(folder.path()));
    EXPECT_EQ(app::examine_state_folder(folder.path()).health, domain::Health::fine);
  } else {
    EXPECT_EQ(words(app::examine_state_folder("/")),
              "warning state: The state folder / belongs to another user than the one who asks. | Run doctor "
              "as root or as "
              "the service's user.");
  }
}

// As after `flockmate export` by root, where the service has a user of its own.
TEST(Examination, a_database_that_its_folders_owner_cannot_write) {
  const fakes::Folder folder;
  const std::string database = (folder.path() / "flockmate.sqlite").string();
  const auto found = [&] {
    const auto finding = app::examine_database_files(folder.path());
    return finding ? words(*finding) : "";
  };
  EXPECT_EQ(found(), "");
  std::ofstream(database) << "x";
  std::ofstream(database + ".lock") << "1";
  EXPECT_EQ(found(), "");
  std::filesystem::permissions(database + ".lock", std::filesystem::perms::owner_read);
  EXPECT_EQ(found(), "error database: " + database +
                         ".lock cannot be written to by its owner. | Run: chmod u+rw " + database + ".lock");
  if (::geteuid() != 0) return;  // nobody else may give a file away
  ASSERT_EQ(::chown(database.c_str(), 12345, 12345), 0);
  EXPECT_EQ(found(),
            "error database: " + database +
                " belongs to another user than its folder, so the service cannot write to it. | Run: chown "
                "--reference=" +
                folder.path().string() + " " + database + "*");
}

TEST(Examination, room_on_the_disk) {
  constexpr std::uintmax_t mebibyte = 1 << 20;
  const char* mend = " | Free some space: when it is full, the bot stops speaking.";
  EXPECT_EQ(words(app::judge_disk("/s", 1024 * mebibyte)),
            "ok disk: The disk that holds /s has 1024 MiB left.");
  EXPECT_EQ(words(app::judge_disk("/s", 1023 * mebibyte)),
            std::string("warning disk: The disk that holds /s has 1023 MiB left.") + mend);
  EXPECT_EQ(words(app::judge_disk("/s", 99 * mebibyte)),
            std::string("error disk: The disk that holds /s has 99 MiB left.") + mend);
  EXPECT_EQ(app::examine_disk("/nowhere/at/all").what, "disk");
}

}  // namespace
