// What the Rules page writes.
#include "app/workbench.hpp"

#include "tests/app/workbench_world.hpp"

namespace {

using app_test::replaced;
using app_test::rules_text;
using app_test::WorkbenchTest;
using State = app::Published::State;
namespace fs = std::filesystem;

TEST_F(WorkbenchTest, PublishPutsTheTextInServiceAndKeepsTheOldOne) {
  const std::string edit = replaced(rules_text, "They are", "Look: they are");
  const auto published = publish(edit, version());
  EXPECT_EQ(published.state, State::published);
  EXPECT_EQ(published.version, version());
  EXPECT_EQ(on_disk("rules.yaml"), edit);
  say("1", "ana", "slides please #flock");
  ASSERT_TRUE(soon([&] { return network_.posted().size() == 1; }));
  EXPECT_EQ(network_.posted()[0].utterance.text, "Look: they are on the page.");

  const auto versions = desk_.versions("week", "rules.yaml").value();
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].replaced_at, clock_.now());
  EXPECT_EQ(desk_.old_text("week", "rules.yaml", versions[0].id).value(), rules_text);
  const auto restored = desk_.restore("week", "rules.yaml", versions[0].id, version()).value();
  EXPECT_EQ(restored.state, State::published);
  EXPECT_EQ(on_disk("rules.yaml"), rules_text);
  EXPECT_EQ(desk_.versions("week", "rules.yaml").value().size(), 2U);
  EXPECT_EQ(desk_.old_text("week", "rules.yaml", "../1").error().message,
            "This earlier text of rules.yaml is no longer kept. Load the page again.");
}

TEST_F(WorkbenchTest, TheLastTwentyTextsAreKept) {
  for (int i = 0; i < 25; ++i) {
    const std::string edit = rules_text + "# " + std::to_string(i) + "\n";
    ASSERT_EQ(publish(edit, version()).state, State::published);
  }
  const auto versions = desk_.versions("week", "rules.yaml").value();
  ASSERT_EQ(versions.size(), 20U);
  EXPECT_EQ(desk_.old_text("week", "rules.yaml", versions[0].id).value(), rules_text + "# 23\n");
  EXPECT_EQ(desk_.old_text("week", "rules.yaml", versions[19].id).value(), rules_text + "# 4\n");
}

TEST_F(WorkbenchTest, WhatChangedOnDiskMeanwhileIsShownAndNotOverwritten) {
  const std::string before = version();
  write("rules.yaml", rules_text + "# by hand\n");
  const auto published = publish(rules_text + "# on the page\n", before);
  EXPECT_EQ(published.state, State::conflict);
  EXPECT_EQ(published.text, rules_text + "# by hand\n");
  EXPECT_EQ(published.version, version());
  EXPECT_EQ(on_disk("rules.yaml"), rules_text + "# by hand\n");
  EXPECT_EQ(publish(rules_text, "").state, State::conflict) << "not a new file";
}

TEST_F(WorkbenchTest, MistakesAreRefused) {
  const auto refused = publish(replaced(rules_text, "when:", "whne:"), version());
  EXPECT_EQ(refused.state, State::refused);
  ASSERT_FALSE(refused.diagnostics.empty());
  EXPECT_EQ(on_disk("rules.yaml"), rules_text);
  EXPECT_TRUE(desk_.versions("week", "rules.yaml").value().empty());
}

TEST_F(WorkbenchTest, MistakesElsewhereAreNoReasonToRefuseUnlessThisTextMakesThem) {
  write("other.yaml", "rulse: []\n");
  EXPECT_EQ(publish(rules_text + "# fine\n", version()).state, State::published);
  write("other.yaml", "rules:\n  - rule: links\n    when: {says: x}\n    then: [{reply: X}]\n");
  EXPECT_EQ(publish(replaced(rules_text, "rule: links", "rule: lists"), version()).state, State::published);
  EXPECT_EQ(publish(rules_text, version()).state, State::refused) << "the name stands in other.yaml too";
}

TEST_F(WorkbenchTest, AFolderThatCannotBeWrittenIsSaid) {
  fs::create_directory(top_ / "week" / "rules.yaml.new");  // stands in the way, for root too
  const auto published = desk_.publish({"week", "rules.yaml", rules_text + "# more\n"}, version());
  ASSERT_FALSE(published.ok());
  EXPECT_EQ(published.error().message,
            "Nothing was published: Cannot write " + (top_ / "week" / "rules.yaml.new").string() +
                ": Is a directory. Whoever runs Flockmate can let it write into the course's folder.");
  EXPECT_EQ(on_disk("rules.yaml"), rules_text);
}

TEST_F(WorkbenchTest, ANewFileIsMade) {
  const app::Edit edit{"week", "templates/en/bye.mustache", "Bye!\n"};
  ASSERT_EQ(desk_.publish(edit, "").value().state, State::published);
  EXPECT_EQ(on_disk("templates/en/bye.mustache"), "Bye!\n");
  EXPECT_EQ(desk_.publish(edit, "").value().state, State::conflict);
}

TEST_F(WorkbenchTest, APublishedFileKeepsItsPermissions) {
  const fs::path file = top_ / "week" / "rules.yaml";
  fs::permissions(file, fs::perms{0664});
  ASSERT_EQ(publish(rules_text + "# more\n", version()).state, State::published);
  EXPECT_EQ(fs::status(file).permissions(), fs::perms{0664});
}

TEST_F(WorkbenchTest, PromotingRewritesTheModeLineOnly) {
  ASSERT_EQ(desk_.promote("week", "slides", domain::Mode::draft).value().state, State::published);
  EXPECT_EQ(on_disk("rules.yaml"), replaced(rules_text, "mode: auto   #", "mode: draft   #"));
  EXPECT_EQ(card("slides").mode, domain::Mode::draft);
  EXPECT_EQ(desk_.versions("week", "rules.yaml").value().size(), 1U);
  EXPECT_EQ(desk_.promote("week", "gone", domain::Mode::draft).error().message,
            "There is no rule gone any more.");
}

TEST_F(WorkbenchTest, AShippedRuleIsNotChanged) {
  ASSERT_TRUE(
      base::write_file_atomically(top_ / "shipped" / "rules" / "pack.yaml",
                                  "rules:\n  - rule: packed\n    when: {says: x}\n    then: [{reply: X}]\n")
          .ok());
  write("course.yaml", std::string(app_test::course_yaml) + "  uses: starter\n");
  ASSERT_TRUE(reload_.run().ok());
  EXPECT_EQ(card("packed").path, "");
  EXPECT_TRUE(card("packed").text.starts_with("  - rule: packed\n"));
  EXPECT_EQ(desk_.promote("week", "packed", domain::Mode::automatic).error().message,
            "The rule packed ships with Flockmate, so it is not changed here. Copy it into a file of the "
            "course, with the line `replaces: starter`, and change that.");
}

}  // namespace
