// Facilitators hear of a mistake in their files once.
#include "app/rule_problems.hpp"

#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"

namespace {

class RuleProblemsTest : public testing::Test {
 protected:
  RuleProblemsTest() {
    snapshot_.ruleset = app_test::compile(app_test::course_yaml, {});
    snapshot_.kept_files = {"week/rules.yaml"};
  }
  void add(const std::string& file, int line, const std::string& message) {
    rulefile::Diagnostic one;
    one.mark.file = file;
    one.mark.line = line;
    one.code = "R003";
    one.message = message;
    snapshot_.diagnostics.push_back(one);
  }
  std::vector<std::string> told() {
    flock_.set("week", snapshot_);
    app::Aftermath aftermath;
    EXPECT_TRUE(store_
                    .write([&](domain::Tables& tables) -> base::Status {
                      app::tell_new_problems(tables, flock_, aftermath);
                      return {};
                    })
                    .ok());
    std::vector<std::string> texts;
    for (const domain::Alert& alert : aftermath.alerts) {
      EXPECT_EQ(alert.kind, domain::Alert::Kind::rules);
      EXPECT_EQ(alert.cohort, "week");
      EXPECT_EQ(alert.to, "all");
      texts.push_back(alert.text);
    }
    return texts;
  }

  using Texts = std::vector<std::string>;
  store::MemoryStore store_;
  app::Flock flock_;
  app::Snapshot snapshot_;
};

TEST_F(RuleProblemsTest, ANewOneIsToldOnce) {
  EXPECT_EQ(told(), Texts{});
  add("week/rules.yaml", 4, "\"whne\" is not something a rule can have");
  EXPECT_EQ(told(), Texts{"There is a mistake in the rules. rules.yaml, line 4: \"whne\" is not something a "
                          "rule can have (The file runs as it was before.)"});
  EXPECT_EQ(told(), Texts{});
  snapshot_.diagnostics.front().mark.line = 9;
  EXPECT_EQ(told(), Texts{}) << "it moved, and is the same";
  add("week/more.yaml", 1, "this line cannot be read");
  add("week/more.yaml", 7, "nor can this one");
  EXPECT_EQ(told(), Texts{"There is a mistake in the rules. more.yaml, line 1: this line cannot be read (The "
                          "file is left out.) And 1 more."});
  EXPECT_EQ(told(), Texts{});
}

TEST_F(RuleProblemsTest, OneThatComesBackIsToldAgain) {
  add("week/rules.yaml", 4, "no");
  EXPECT_EQ(told().size(), 1U);
  snapshot_.diagnostics.clear();
  EXPECT_EQ(told(), Texts{});
  add("week/rules.yaml", 4, "no");
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(RuleProblemsTest, WarningsAreNoProblemAndTroubleIs) {
  add("week/rules.yaml", 4, "it might be shorter");
  snapshot_.diagnostics.front().severity = rulefile::Severity::warning;
  EXPECT_EQ(told(), Texts{});
  snapshot_.trouble = "week is not a folder.";
  EXPECT_EQ(told(),
            Texts{"There is a mistake in the rules. week is not a folder. (The rules run as they were "
                  "before.)"});
  EXPECT_EQ(told(), Texts{});
}

}  // namespace
