#include "app/reload.hpp"

#include <gtest/gtest.h>

#include "app/flock.hpp"
#include "base/files.hpp"
#include "rules/ruleset.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"

namespace {

namespace fs = std::filesystem;

const char* const course = "course:\n  name: Week\n  hashtags: [\"#flock\"]\n";
const char* const good_rules =
    "rules:\n  - rule: greet\n    when: {says: hello}\n    then:\n      - reply: \"Welcome!\"\n";
const char* const bad_rules =
    "rules:\n  - rule: greet\n    whne: {says: hello}\n    then:\n      - reply: \"Welcome!\"\n";
const char* const more_rules =
    "rules:\n  - rule: bye\n    when: {says: bye}\n    then:\n      - reply: \"See you!\"\n";

class ReloadTest : public testing::Test {
 protected:
  ReloadTest() {
    fs::create_directories(folder());
    fs::create_directories(top_ / "shipped" / "rules");
  }

  fs::path folder() const { return top_ / "week"; }
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(base::write_file_atomically(folder() / name, text).ok());
  }
  // As a fresh start of the program would: only what is on disk is known.
  base::Status start() {
    flock_ = std::make_unique<app::Flock>();
    rulefile::ReadOptions options;
    reload_ = std::make_unique<app::Reload>(
        app::CohortPlaces{{folder()}, {top_ / "shipped"}, top_ / "last_good"}, options, clock_, *flock_);
    return reload_->run();
  }
  std::vector<std::string> rules() const {
    std::vector<std::string> names;
    const auto snapshot = flock_->snapshot("week");
    for (const auto& rule : snapshot->ruleset->rules()) names.push_back(rule.name);
    return names;
  }

  using Names = std::vector<std::string>;
  const fakes::Folder own_;
  const fs::path top_ = own_.path();
  fakes::FixedClock clock_;
  std::unique_ptr<app::Flock> flock_;
  std::unique_ptr<app::Reload> reload_;
};

TEST_F(ReloadTest, ReadsACohortsFolder) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  EXPECT_EQ(flock_->cohorts(), Names{"week"});
  EXPECT_EQ(rules(), Names{"greet"});
  EXPECT_TRUE(flock_->snapshot("week")->diagnostics.empty());
  EXPECT_EQ(flock_->snapshot("week")->loaded_at, clock_.now());
}

TEST_F(ReloadTest, ABadFileRunsInItsLastGoodVersionAndTheOthersAsTheyStand) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  write("rules.yaml", bad_rules);
  write("more.yaml", more_rules);
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_EQ(rules(), (Names{"bye", "greet"}));
  const auto snapshot = flock_->snapshot("week");
  EXPECT_FALSE(snapshot->diagnostics.empty());
  EXPECT_EQ(snapshot->kept_files, Names{(folder() / "rules.yaml").string()});
}

TEST_F(ReloadTest, ARestartWithABadFileRunsTheLastGoodVersion) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  write("rules.yaml", bad_rules);
  ASSERT_TRUE(start().ok());
  EXPECT_EQ(rules(), Names{"greet"});
  write("rules.yaml", more_rules);
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_EQ(rules(), Names{"bye"});
  EXPECT_TRUE(flock_->snapshot("week")->kept_files.empty());
}

TEST_F(ReloadTest, ABadFileWithoutALastGoodVersionIsLeftOut) {
  write("course.yaml", course);
  write("more.yaml", more_rules);
  write("rules.yaml", bad_rules);
  ASSERT_TRUE(start().ok());
  EXPECT_EQ(rules(), Names{"bye"});
  EXPECT_FALSE(flock_->snapshot("week")->diagnostics.empty());
}

TEST_F(ReloadTest, ABadCourseRunsInItsLastGoodVersion) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  write("course.yaml", "course:\n  nmae: Week\n");
  ASSERT_TRUE(start().ok());
  EXPECT_EQ(rules(), Names{"greet"});
}

TEST_F(ReloadTest, ABadCourseWithoutALastGoodVersionCannotStart) {
  write("course.yaml", "course:\n  nmae: Week\n");
  write("rules.yaml", good_rules);
  const auto started = start();
  ASSERT_FALSE(started.ok());
  EXPECT_EQ(started.error().kind, base::ErrorKind::invalid);
  EXPECT_NE(started.error().message.find("The course in " + folder().string() +
                                         " cannot run: mend the file that holds `course:`, then try again."),
            std::string::npos)
      << started.error().message;
  EXPECT_EQ(flock_->snapshot("week"), nullptr);
}

TEST_F(ReloadTest, AFileThatWasTakenAwayDoesNotComeBack) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  fs::remove(folder() / "rules.yaml");
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_TRUE(rules().empty());
  write("rules.yaml", bad_rules);
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_TRUE(rules().empty());
}

TEST_F(ReloadTest, AFolderThatIsGoneLeavesTheOldRulesRunning) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  fs::rename(folder(), top_ / "elsewhere");
  const auto again = reload_->run();
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().message,
            folder().string() + " is not a folder. Name the folder that holds the course's YAML files.");
  EXPECT_EQ(rules(), Names{"greet"});
}

TEST_F(ReloadTest, FilesAsTheyWereLeaveWhatRunsAlone) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  const auto running = flock_->snapshot("week");
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_EQ(flock_->snapshot("week"), running);
  write("rules.yaml", good_rules + std::string("# a note\n"));
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_NE(flock_->snapshot("week"), running);
}

TEST_F(ReloadTest, AFileWithTheOtherEndingIsPointedOut) {
  write("course.yaml", course);
  write("more.yml", more_rules);
  ASSERT_TRUE(start().ok());
  EXPECT_TRUE(rules().empty());
  const auto snapshot = flock_->snapshot("week");
  ASSERT_EQ(snapshot->diagnostics.size(), 1U);
  const rulefile::Diagnostic& found = snapshot->diagnostics.front();
  EXPECT_EQ(found.mark.file, (folder() / "more.yml").string());
  EXPECT_EQ(found.code, "R062");
  EXPECT_EQ(found.severity, rulefile::Severity::warning);
  EXPECT_EQ(found.message, "nothing in this file is used: its name ends in .yml");
  EXPECT_EQ(found.effect, "The files of a course end in .yaml.");
  EXPECT_EQ(found.fix, "rename it to more.yaml");
}

TEST_F(ReloadTest, AFileWhoseEndingIsHiddenIsPointedOutToo) {
  write("course.yaml", course);
  write("more.yaml.txt", more_rules);
  ASSERT_TRUE(start().ok());
  const auto snapshot = flock_->snapshot("week");
  ASSERT_EQ(snapshot->diagnostics.size(), 1U);
  EXPECT_EQ(snapshot->diagnostics.front().fix, "rename it to more.yaml");
}

TEST_F(ReloadTest, TroubleIsNotedBesideWhatRunsAndGoesWithIt) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  fs::remove_all(top_ / "last_good");
  write("course.yaml", "course:\n  nmae: Week\n");
  ASSERT_FALSE(reload_->run().ok());
  EXPECT_EQ(flock_->snapshot("week")->trouble,
            "The course in " + folder().string() +
                " cannot run: mend the file that holds `course:`, then try again.");
  EXPECT_FALSE(flock_->snapshot("week")->diagnostics.empty());
  EXPECT_EQ(rules(), Names{"greet"});
  write("course.yaml", course);
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_EQ(flock_->snapshot("week")->trouble, "");
  EXPECT_TRUE(flock_->snapshot("week")->diagnostics.empty());
}

TEST_F(ReloadTest, TheTextsThatRunAreKeptBesideThem) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  write("rules.yaml", bad_rules);
  ASSERT_TRUE(reload_->run().ok());
  const auto files = flock_->snapshot("week")->files;
  ASSERT_NE(files, nullptr);
  ASSERT_EQ(files->files.size(), 2U);
  EXPECT_EQ(files->files[1].text, good_rules);
}

TEST_F(ReloadTest, APolicyInUseOutlivesAReload) {
  write("course.yaml", course);
  write("rules.yaml", good_rules);
  ASSERT_TRUE(start().ok());
  const auto practice = domain::NetworkKind::practice;
  EXPECT_TRUE(flock_->snapshot("week")->ruleset->policy(practice).hashtag_is_consent);
  rules::NetworkPolicy policy = rules::default_policy(domain::NetworkKind::x);
  policy.network = practice;
  ASSERT_TRUE(reload_->use_policy(policy).ok());
  EXPECT_FALSE(flock_->snapshot("week")->ruleset->policy(practice).hashtag_is_consent);
  ASSERT_TRUE(reload_->run().ok());
  EXPECT_FALSE(flock_->snapshot("week")->ruleset->policy(practice).hashtag_is_consent);
}

}  // namespace
