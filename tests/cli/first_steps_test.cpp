// What a newcomer types first, and what is said when it is not quite right.
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::Ran;
using program::run;

struct Typed {
  std::vector<std::string> words;
  const char* said;
};

TEST(FirstSteps, AWordThatIsNoCommandIsTold) {
  const Typed typed[] = {
      {{"chek"}, "\"chek\" is not a command - did you mean \"check\"?\nSee `flockmate help`.\n"},
      {{"pratice", "--port", "0"},
       "\"pratice\" is not a command - did you mean \"practice\"?\nSee `flockmate help`.\n"},
      {{"fly"}, "\"fly\" is not a command.\nSee `flockmate help`.\n"},
      {{}, "Name a command, for example: flockmate practice\nSee `flockmate help`.\n"},
      {{"explain"}, "--says is required\nSee `flockmate help`.\n"},
  };
  for (const Typed& one : typed) {
    const Ran ran = run(one.words);
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_EQ(ran.err, one.said);
    EXPECT_EQ(ran.out, "");
  }
}

// Bug: a folder without a course passed with "0 errors, 0 warnings".
TEST(FirstSteps, AFolderWithoutACourseIsNoGoodOne) {
  const Folder folder;
  folder.write("empty/notes.md", "Not a course.\n");
  folder.write("misnamed/course.yml", program::small_course);
  const std::string said =
      "empty:1:1  R008  no file of this folder holds \"course:\", so the bot would not know whom it serves\n"
      "   Fix: add a file course.yaml that starts with      course:\n";
  const Ran empty = run({"check", folder.path("empty")});
  EXPECT_EQ(empty.exit_code, 1);
  EXPECT_EQ(empty.out, said + "1 error, 0 warnings\n");
  EXPECT_EQ(run({"check", folder.path("misnamed")}).exit_code, 1);
  const Ran tested = run({"test", folder.path("empty")});
  EXPECT_EQ(tested.exit_code, 1);
  EXPECT_EQ(tested.err, said + "1 error, 0 warnings\n");
  EXPECT_EQ(run({"practice", "--port", "0", "--state", folder.path("state"), "--rules", folder.path("empty")})
                .exit_code,
            3);
}

// Bug: `flockmate check` in one's own course judged the starter pack, and did not say so.
TEST(FirstSteps, WhatNobodyNamedIsTold) {
  const Folder folder;
  folder.write("course.yaml", "ruls: []\n");
  const auto told = [&](const std::string& command) {
    return "No course was named: this is about the starter pack. For your own:  flockmate " + command +
           " FOLDER\n";
  };
  EXPECT_EQ(run({"check"}, "", folder.path("")).err, told("check"));
  EXPECT_EQ(run({"test"}, "", folder.path("")).err, told("test"));
  EXPECT_EQ(run({"explain", "--says", "hi"}, "", folder.path("")).err, told("explain --rules"));
  EXPECT_EQ(run({"check", "."}, "", folder.path("")).err, "");
}

TEST(FirstSteps, HelpKnowsTheLinesOfAFile) {
  EXPECT_EQ(run({"help", "wait"}).out.substr(0, 18), "wait  below rules\n");
  EXPECT_EQ(run({"help", "whne"}).exit_code, 2);
}

}  // namespace
