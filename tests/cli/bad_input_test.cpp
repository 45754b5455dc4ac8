// Input that nobody wishes for: each gets a sentence with what to do and the right exit code, and loses
// nothing.
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::Ran;
using program::run;

class BadInput : public ::testing::Test {
 protected:
  BadInput() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    folder_.write("small/course.yaml", program::small_course);
  }
  std::string course() const { return folder_.path("small"); }
  std::string more() const { return course() + "/more.yaml"; }

  void expect_told(const std::vector<std::string>& words, int exit_code, const std::string& said) const {
    const Ran ran = run(words);
    EXPECT_EQ(ran.exit_code, exit_code);
    EXPECT_EQ(ran.out + ran.err, said);
  }

  Folder folder_;
};

// SQLite keeps the version of its tables in four bytes of the file's head.
void make_newer(const std::string& database) {
  std::fstream file(database, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(60);
  file.write("\0\0\x27\x0f", 4);
}

TEST_F(BadInput, AStateFromANewerVersionIsLeftAlone) {
  const std::string state = folder_.path("state");
  {
    program::Running bot({"practice", "--port", "0", "--state", state, "--rules", course()},
                         folder_.path("log"));
    ASSERT_NE(bot.wait_for("Stop with Ctrl-C"), "");
    EXPECT_EQ(run({"status", "--state", state}).exit_code, 0);
    EXPECT_EQ(run({"forget", "nobody", "--state", state}).exit_code, 1);
    bot.signal(SIGTERM);
    ASSERT_EQ(bot.wait_for_end(), 0);
  }
  const std::string database = state + "/flockmate.sqlite";
  make_newer(database);
  const std::string said =
      "flockmate: The state in " + database +
      " was written by a newer Flockmate (its version is 9999, this program knows versions up "
      "to ";
  for (int i = 0; i < 2; ++i) {
    const Ran ran = run({"practice", "--port", "0", "--state", state, "--rules", course()});
    EXPECT_EQ(ran.exit_code, 3);
    EXPECT_EQ(ran.err.substr(0, said.size()), said);
    EXPECT_TRUE(ran.err.ends_with(
        "). Install the newer Flockmate again, or restore a backup made before the upgrade. "
        "Nothing was changed.\n"))
        << ran.err;
    EXPECT_EQ(ran.out, "");
  }
  expect_told(
      {"export", "--state", state, "--rules", course()}, 3,
      "flockmate: " + database +
          " was written by another version of flockmate. Use that version, or start this one's service on it "
          "once.\n");
}

TEST_F(BadInput, SettingsThatAreNone) {
  expect_told({"run", "--config", course()}, 3, "flockmate: " + course() + " is a folder, not a file.\n");
  const std::string file = folder_.path("deep.yaml");
  folder_.write("deep.yaml", "cohorts: " + std::string(60, '[') + std::string(60, ']') + "\n");
  const Ran ran = run({"run", "--config", file});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_TRUE(ran.err.starts_with(file +
                                  ":1:49  R002  nothing in this file can be used: lists within lists go "
                                  "too deep\n"))
      << ran.err;
}

TEST_F(BadInput, ARuleFileOfAnOldEncoding) {
  folder_.write("small/more.yaml", "faq:\n  - id: a\n    asks: caf\xE9\n    answer: x\n");
  expect_told({"check", course()}, 1,
              more() +
                  ":3:1  R007  nothing in this file can be used: this line is not plain text\n"
                  "   It holds bytes that no letter stands for, as after saving in an old format.\n"
                  "   Fix: save the file as UTF-8\n"
                  "1 error, 0 warnings\n");
}

TEST_F(BadInput, ARuleFileThatIsNestedTooDeep) {
  folder_.write("small/more.yaml", "rules: " + std::string(5000, '[') + std::string(5000, ']') + "\n");
  const Ran ran = run({"check", course()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_TRUE(ran.out.starts_with(more() +
                                  ":1:47  R002  nothing in this file can be used: lists within lists go "
                                  "too deep\n"))
      << ran.out;
}

TEST_F(BadInput, WordsThatAreNotThere) {
  folder_.write("small/more.yaml",
                "rules:\n  - rule: a\n    when: {says: hi}\n    then:\n      - reply_with: welcom\n");
  const Ran ran = run({"check", course()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_TRUE(
      ran.out.starts_with(more() +
                          ":5:21  R043  this rule would have nothing to say: there are no words named "
                          "\"welcom\" - did you mean \"welcome\"?\n"))
      << ran.out;
}

// Bug: a folder in the archive's place ended the program with an exception of its library.
TEST_F(BadInput, ArchivesThatAreNone) {
  const auto told = [&](const std::string& archive, const std::string& said) {
    expect_told({"replay", archive, "--rules", course()}, 3, "flockmate: " + said + "\n");
  };
  told(course(),
       "cannot read the archive " + course() + ": it is a folder. Name the file that holds the posts.");
  told("/nowhere", "cannot read the archive /nowhere: No such file or directory.");
  folder_.write("cut.json", "{\"posts\":[{");
  told(folder_.path("cut.json"), "Nothing in this archive can be read. Line 1: it ends too early.");
  folder_.write("brackets.json", std::string(1000, '['));  // bug: "0 posts", and all seemed well
  told(folder_.path("brackets.json"), "Nothing in this archive can be read. Line 1: it ends too early.");
  std::string huge;
  huge.resize(10'000'000, 'a');
  folder_.write("huge.json", R"({"id":"1","text":")" + huge + "\"}\n");
  told(folder_.path("huge.json"), "Nothing in this archive can be read. Line 1: it is too long.");
}

TEST_F(BadInput, APostOfAnOldEncoding) {
  folder_.write(
      "posts.ndjson",
      "{\"id\":\"1\",\"network\":\"practice\",\"author\":{\"id\":\"a\",\"handle\":\"ana\",\"name\":\"Ana\"},"
      "\"text\":\"hello caf\xE9 #small\",\"created_at\":\"2026-03-03T10:00:00Z\"}\n");
  const Ran ran = run({"replay", folder_.path("posts.ndjson"), "--rules", course()});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_NE(ran.out.find("ana: \"hello caf\uFFFD #small\""), std::string::npos) << ran.out;
}

TEST_F(BadInput, ExitCodesWhereAllIsWell) {
  EXPECT_EQ(run({"schema"}).exit_code, 0);
  EXPECT_EQ(run({"explain", "--rules", course(), "--says", "caf\xE9"}).exit_code, 0);
  EXPECT_EQ(run({"understand", "--rules", course()}, "{\"id\":1,\"text\":\"hi\"}\n").exit_code, 0);
}

}  // namespace
