// `flockmate backup` and `restore`, as ops use them: while the bot runs, and when it does not.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <regex>

#include "store/sqlite.hpp"
#include "tests/cli/program.hpp"

namespace {

using program::Ran;
using program::run;

class BackupCommand : public testing::Test {
 protected:
  BackupCommand() { folder.write("small/course.yaml", program::small_course); }

  void remember(const std::string& id, const std::string& who, int at_second) const {
    auto store = store::SqliteStore::open(std::filesystem::path(state) / "flockmate.sqlite");
    ASSERT_TRUE(store) << store.error().message;
    domain::StoredPost stored;
    stored.cohort = "small";
    stored.post.id = id;
    stored.post.text = "hello";
    stored.post.author.id = who;
    stored.post.author.handle = who;
    stored.post.created_at = base::from_millis(1'772'560'800'000 + at_second * 1000LL);
    EXPECT_TRUE((*store)->write([&](domain::Tables& tables) {
      tables.posts.remember(stored);
      tables.people.note("small", domain::NetworkKind::practice, stored.post.author, stored.post.created_at,
                         true);
      return base::Status();
    }));
  }
  // Sizes differ by machine and version.
  static std::string without_size(const std::string& text) {
    return std::regex_replace(text, std::regex("[0-9]+ kB"), "N kB");
  }
  Ran restore(const std::string& more = "") const {
    std::vector<std::string> words{"restore", file, "--state", state};
    if (!more.empty()) words.push_back(more);
    return run(words);
  }

  program::Folder folder;
  const std::string state = folder.path("state");
  const std::string file = folder.path("monday.backup");
};

TEST_F(BackupCommand, works_while_the_bot_runs_and_restore_does_not) {
  program::Running bot({"practice", "--port", "0", "--state", state, "--rules", folder.path("small")},
                       folder.path("log"));
  ASSERT_NE(bot.wait_for("Stop with Ctrl-C"), "");
  const Ran backed_up = run({"backup", file, "--state", state});
  EXPECT_EQ(backed_up.exit_code, 0) << backed_up.err;
  EXPECT_EQ(without_size(backed_up.out),
            "Backed up the state in " + state + " to " + file + ": nothing heard yet, N kB, checked.\n");
  const Ran refused = restore("--replace-newer");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("is in use by another flockmate (process "), std::string::npos) << refused.err;
  bot.signal(SIGTERM);
  EXPECT_EQ(bot.wait_for_end(), 0);
}

TEST_F(BackupCommand, comes_back_and_says_what_it_did) {
  std::filesystem::create_directory(state);
  remember("p1", "ana", 0);
  ASSERT_EQ(run({"backup", file, "--state", state}).exit_code, 0);
  std::filesystem::remove_all(state);
  const Ran restored = restore();
  EXPECT_EQ(restored.exit_code, 0) << restored.err;
  EXPECT_EQ(without_size(restored.out),
            "Restored the state in " + state + " from " + file +
                ": 1 post up to 2026-03-03T18:00:00Z, N kB, checked.\n"
                "What may have been said since the backup is looked up on the networks before it is said.\n"
                "Now start the service.\n");
  const Ran archive = run({"export", "--state", state, "--rules", folder.path("small")});
  EXPECT_NE(archive.out.find("\"p1\""), std::string::npos) << archive.out << archive.err;
}

TEST_F(BackupCommand, replaces_a_newer_state_only_when_told) {
  std::filesystem::create_directory(state);
  remember("p1", "ana", 0);
  remember("p2", "ben", 1);
  ASSERT_EQ(run({"backup", file, "--state", state}).exit_code, 0);
  ASSERT_EQ(run({"forget", "ana", "--state", state}).exit_code, 0);
  remember("p3", "cem", 60);
  const Ran refused = restore();
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(refused.err,
            "flockmate: The state in " + state +
                " goes on after this backup: it ends at 2026-03-03T18:01:00Z, the backup at "
                "2026-03-03T18:00:01Z. What came in between would be lost. To restore all the same, add "
                "--replace-newer. Nothing was changed.\n");
  const Ran restored = restore("--replace-newer");
  EXPECT_EQ(restored.exit_code, 0) << restored.err;
  EXPECT_EQ(without_size(restored.out),
            "Restored the state in " + state + " from " + file +
                ": 2 posts up to 2026-03-03T18:00:01Z, N kB, checked.\n"
                "Since then 0 people said stop, 1 person was forgotten and 0 posts were deleted: that stays "
                "so.\nThe state that was there is kept in " +
                state +
                "/flockmate.sqlite.replaced; delete it when all is well.\n"
                "What may have been said since the backup is looked up on the networks before it is said.\n"
                "Now start the service.\n");
}

TEST_F(BackupCommand, needs_a_file_and_a_state) {
  EXPECT_EQ(run({"backup"}).exit_code, 2);
  EXPECT_EQ(run({"restore"}).exit_code, 2);
  EXPECT_EQ(run({"backup", file, "--state", state}).err,
            "flockmate: There is no state in " + state + ". Name its folder with --state.\n");
  EXPECT_EQ(restore().err, "flockmate: There is no file " + file + ". Nothing was changed.\n");
}

}  // namespace
