// Real files, real inotify. Nothing here waits for a fixed time to pass and then looks: each test waits for
// what must come about, for as long as a slow machine may need.
#include "app/folder_watch.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "app/folder_alarm.hpp"
#include "app/reload.hpp"
#include "base/files.hpp"
#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const char* const course = "course:\n  name: Week\n  hashtags: [\"#flock\"]\n";

std::string rule(const std::string& name) {
  return "rules:\n  - rule: " + name + "\n    when: {says: " + name +
         "}\n    then:\n      - reply: \"Yes.\"\n";
}

class FolderWatchTest : public testing::Test {
 protected:
  FolderWatchTest()
      : reload_(
            [&] {
              fs::create_directories(folder());
              fs::create_directories(top_ / "shipped" / "rules");
              return app::CohortPlaces{{folder()}, {top_ / "shipped"}, top_ / "last_good"};
            }(),
            {}, clock_, flock_) {
    write("course.yaml", course);
    write("a.yaml", rule("first"));
    EXPECT_TRUE(reload_.run().ok());
  }
  ~FolderWatchTest() override { watch_.reset(); }

  fs::path folder() const { return top_ / "week"; }
  // As an editor that writes over the file.
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder() / name, std::ios::binary | std::ios::trunc) << text;
  }
  void start(app::FolderWatch::Pace pace = {300ms, 10s, 10min, 10min}) {
    watch_ = std::make_unique<app::FolderWatch>(
        std::vector<fs::path>{folder()},
        [this] {
          (void)reload_.run();
          ++reloads_;
        },
        pace);
    ASSERT_TRUE(soon([&] { return reloads_ > 0; }));
  }
  bool soon(const std::function<bool()>& happened) {
    for (int i = 0; i < 6000; ++i) {
      if (happened()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  bool runs(const std::vector<std::string>& expected) {
    return soon([&] { return rules() == expected; });
  }
  std::vector<std::string> rules() const {
    std::vector<std::string> names;
    const auto snapshot = flock_.snapshot("week");  // another thread may replace it meanwhile
    for (const auto& one : snapshot->ruleset->rules()) names.push_back(one.name);
    return names;
  }

  const fakes::Folder own_;
  const fs::path top_ = own_.path();
  fakes::FixedClock clock_;
  app::Flock flock_;
  app::Reload reload_;
  std::atomic<int> reloads_{0};
  std::unique_ptr<app::FolderWatch> watch_;
};

TEST_F(FolderWatchTest, ASavedFileRuns) {
  start();
  write("a.yaml", rule("second"));
  EXPECT_TRUE(runs({"second"}));
}

TEST_F(FolderWatchTest, ASaveByRenameRuns) {
  start();
  ASSERT_TRUE(base::write_file_atomically(folder() / "a.yaml", rule("second")).ok());
  EXPECT_TRUE(runs({"second"}));
  ASSERT_TRUE(base::write_file_atomically(folder() / "a.yaml", rule("third")).ok());
  EXPECT_TRUE(runs({"third"}));
}

TEST_F(FolderWatchTest, AFileInSeveralStepsIsReadOnceItRests) {
  start({3s, 60s, 10min, 10min});
  std::ofstream file(folder() / "a.yaml", std::ios::binary | std::ios::trunc);
  const std::string text = rule("one") + rule("two").substr(7) + rule("three").substr(7);
  for (const char c : text) {  // cut anywhere, many of its beginnings are rule files themselves
    file << c << std::flush;
    const auto running = rules();
    ASSERT_EQ(running, std::vector<std::string>{"first"});
    std::this_thread::sleep_for(1ms);
  }
  file.close();
  EXPECT_TRUE(runs({"one", "two", "three"}));
}

TEST_F(FolderWatchTest, ADeletedFileAndOneThatComesAreNoticed) {
  start();
  fs::remove(folder() / "a.yaml");
  EXPECT_TRUE(runs({}));
  fs::create_directories(folder() / "more");
  write("more/b.yaml", rule("below"));
  EXPECT_TRUE(runs({"below"}));
  write("more/b.yaml", rule("again"));
  EXPECT_TRUE(runs({"again"})) << "a folder that came later is watched too";
}

TEST_F(FolderWatchTest, AFolderThatIsMovedAwayLeavesTheRulesRunningAndMayComeBack) {
  start();
  fs::rename(folder(), top_ / "elsewhere");
  EXPECT_TRUE(soon([&] { return !flock_.snapshot("week")->trouble.empty(); }));
  EXPECT_EQ(flock_.snapshot("week")->trouble,
            folder().string() + " is not a folder. Name the folder that holds the course's YAML files.");
  EXPECT_EQ(rules(), std::vector<std::string>{"first"});
  std::ofstream(top_ / "elsewhere" / "a.yaml", std::ios::trunc) << rule("second");
  fs::rename(top_ / "elsewhere", folder());
  EXPECT_TRUE(runs({"second"}));
  EXPECT_TRUE(soon([&] { return flock_.snapshot("week")->trouble.empty(); }));
}

// As `git checkout` of another branch: files come, go and change over a second.
TEST_F(FolderWatchTest, ManyFilesOverASecondAreOneChange) {
  constexpr int files = 40;
  for (int i = 0; i < files; ++i)
    write("many" + std::to_string(i) + ".yaml", rule("old" + std::to_string(i)));
  ASSERT_TRUE(reload_.run().ok());
  start({3s, 60s, 10min, 10min});
  const int before = reloads_;
  for (int i = 0; i < files; ++i) {
    const fs::path file = folder() / ("many" + std::to_string(i) + ".yaml");
    fs::remove(file);
    write(file.filename().string(), rule("new" + std::to_string(i)));
    std::this_thread::sleep_for(25ms);
    const auto running = rules();
    const auto of_new = std::count_if(running.begin(), running.end(),
                                      [](const std::string& name) { return name.starts_with("new"); });
    ASSERT_EQ(of_new, 0) << "half a checkout is running";
  }
  EXPECT_TRUE(soon([&] { return rules().back() == "new9"; }));
  EXPECT_EQ(rules().size(), files + 1U);
  EXPECT_TRUE(soon([&] { return reloads_ > before; }));  // counted after the rules run
}

TEST_F(FolderWatchTest, WhatNobodyRingsForIsFoundByLooking) {
  // A link's target changes outside of the watched folders.
  std::ofstream(top_ / "outside.yaml") << rule("linked");
  fs::create_symlink(top_ / "outside.yaml", folder() / "link.yaml");
  start({50ms, 10s, 100ms, 100ms});
  EXPECT_TRUE(runs({"first", "linked"}));
  std::ofstream(top_ / "outside.yaml", std::ios::trunc) << rule("changed-there");
  EXPECT_TRUE(runs({"first", "changed-there"}));
}

TEST_F(FolderWatchTest, FilesThatNeverRestAreReadAllTheSame) {
  start({1s, 2s, 10min, 10min});
  const int before = reloads_;
  EXPECT_TRUE(soon([&] {
    write("a.yaml", rule("always") + "# " + std::to_string(reloads_) + "\n");
    return reloads_ > before;
  }));
}

TEST_F(FolderWatchTest, OtherFilesRingNoAlarm) {
  app::FolderAlarm alarm({folder()});
  EXPECT_TRUE(alarm.is_whole());
  write(".rules.yaml.swp", "x");
  write("notes.md", "x");
  std::ofstream(top_ / "beside.yaml") << "x";
  EXPECT_FALSE(alarm.wait(-1, 0ms));
  write("a.yaml", rule("x"));
  EXPECT_TRUE(alarm.wait(-1, 60s));
  EXPECT_FALSE(app::FolderAlarm({top_ / "gone"}).is_whole());
}

}  // namespace
