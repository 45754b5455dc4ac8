// The Rules page's desk: real files in a folder, the service's own desk behind it.
#include "app/workbench.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/replay.hpp"
#include "app/service.hpp"
#include "base/files.hpp"
#include "networks/silent.hpp"
#include "tests/app/world.hpp"

namespace {

namespace fs = std::filesystem;
using State = app::Published::State;
using namespace std::chrono_literals;

const std::string rules_text =
    "# Ours\n"
    "rules:\n"
    "  - rule: slides\n"
    "    because: Asked every week.\n"
    "    mode: auto   # since Monday\n"
    "    when: {says: slides}\n"
    "    then:\n"
    "      - reply: \"They are on the page.\"\n"
    "    test:\n"
    "      - post: \"Where are the slides?\"\n"
    "        expect: reply with \"on the page\"\n"
    "      - post: \"Hello\"\n"
    "        expect: silent\n"
    "  - rule: links\n"
    "    mode: shadow\n"
    "    when: {says: links}\n"
    "    then:\n"
    "      - reply: \"See the list.\"\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

app::Backstage backstage() {
  return {[] { return std::make_unique<store::MemoryStore>(); },
          [](domain::NetworkKind kind, const domain::Author& self) {
            return std::make_unique<networks::SilentNetwork>(kind, self);
          }};
}

class WorkbenchTest : public testing::Test {
 protected:
  WorkbenchTest()
      : top_(fs::temp_directory_path() / ("flockmate-workbench-" + std::to_string(::getpid()))),
        reload_(
            [&] {
              fs::remove_all(top_);
              fs::create_directories(top_ / "week");
              fs::create_directories(top_ / "shipped" / "rules");
              return app::CohortPlaces{{top_ / "week"}, {top_ / "shipped"}, top_ / "last_good"};
            }(),
            {}, clock_, flock_),
        service_({store_, networks(), clock_, alerts_, app_test::quiet_log()}, flock_, reload_, changes_,
                 [] { return 0.0; }),
        desk_({reload_, flock_, service_, store_, networks(), clock_, backstage(), top_ / "old"}) {
    clock_.set(base::parse_rfc3339("2026-03-03T12:00:00Z").value());
    write("course.yaml", app_test::course_yaml);
    write("rules.yaml", rules_text);
    EXPECT_TRUE(reload_.run().ok());
    EXPECT_TRUE(service_.start().ok());
  }
  ~WorkbenchTest() override {
    service_.stop();
    fs::remove_all(top_);
  }

  app::Networks networks() { return {{domain::NetworkKind::practice, &network_}}; }
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(base::write_file_atomically(top_ / "week" / name, text).ok());
  }
  std::string on_disk(const std::string& name) { return base::read_file(top_ / "week" / name).value(); }
  std::string version(const std::string& name = "rules.yaml") {
    return desk_.file("week", name).value().version;
  }
  app::Published publish(const std::string& text, const std::string& version) {
    auto published = desk_.publish({"week", "rules.yaml", text}, version);
    EXPECT_TRUE(published.ok()) << published.error().message;
    return published ? *published : app::Published{};
  }
  void say(const std::string& id, const std::string& who, const std::string& text) {
    domain::Post post;
    post.id = id;
    post.thread = id;
    post.author = {.id = "id-" + who, .handle = who, .name = who};
    post.text = text;
    post.tags = {"flock"};
    post.created_at = clock_.now();
    ASSERT_TRUE(network_.deliver(fakes::ScriptedNetwork::created(post, id)));
    ASSERT_TRUE(soon([&] {
      bool decided = false;
      EXPECT_TRUE(store_
                      .read([&](domain::Tables& tables) -> base::Status {
                        decided = !tables.traces.of_post({domain::NetworkKind::practice, id}).empty();
                        return {};
                      })
                      .ok());
      return decided;
    }));
  }
  template <typename Happened>
  bool soon(const Happened& happened) {
    for (int i = 0; i < 3000; ++i) {
      if (happened()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  app::RuleCard card(const std::string& rule) {
    const auto cards = desk_.rules("week");
    for (const app::RuleCard& one : *cards) {
      if (one.name == rule) return one;
    }
    return {};
  }

  const fs::path top_;
  fakes::FixedClock clock_;
  store::MemoryStore store_;
  fakes::ScriptedNetwork network_;
  app_test::AlertBook alerts_;
  app::Flock flock_;
  app::Changes changes_;
  app::Reload reload_;
  app::Service service_;
  app::Workbench desk_;
};

TEST_F(WorkbenchTest, CardsShowEachRuleAsWritten) {
  const auto cards = desk_.rules("week").value();
  ASSERT_EQ(cards.size(), 2U);
  EXPECT_EQ(cards[0].name, "slides");
  EXPECT_EQ(cards[0].because, "Asked every week.");
  EXPECT_EQ(cards[0].path, "rules.yaml");
  EXPECT_EQ(cards[0].line, 3);
  EXPECT_TRUE(cards[0].text.starts_with("  - rule: slides\n")) << cards[0].text;
  EXPECT_TRUE(cards[0].text.ends_with("        expect: silent\n")) << cards[0].text;
  EXPECT_EQ(cards[1].mode, domain::Mode::shadow);
  EXPECT_TRUE(cards[1].speaks);
  EXPECT_EQ(desk_.rules("../week").error().message, "There is no course called \"../week\" here.");
}

TEST_F(WorkbenchTest, CardsTellWhatRulesDidLately) {
  say("1", "ana", "slides please #flock");
  say("2", "bo", "links please #flock");
  EXPECT_EQ(card("slides").fired, 1);
  EXPECT_EQ(card("links").fired, 1) << "what it would have done in shadow";
  ASSERT_EQ(desk_.promote("week", "links", domain::Mode::draft).value().state, State::published);
  say("3", "cy", "links please #flock");
  EXPECT_EQ(card("links").drafts_open, 1);
  ASSERT_TRUE(service_.dismiss_draft("week/practice/3/links/0").ok());
  EXPECT_EQ(card("links").drafts_open, 0);
  EXPECT_EQ(card("links").drafts_dismissed, 1);
}

TEST_F(WorkbenchTest, FilesAreListedWithWhatIsWrongWithThem) {
  write("rules.yaml", replaced(rules_text, "when:", "whne:"));
  fs::create_directories(top_ / "week" / "templates" / "en");
  write("templates/en/hi.mustache", "Hi");
  write("roster.txt", "ana\n");
  ASSERT_TRUE(reload_.run().ok());
  const auto files = desk_.files("week").value();
  ASSERT_EQ(files.size(), 4U);
  EXPECT_EQ(files[0].path, "course.yaml");
  EXPECT_EQ(files[1].path, "roster.txt");
  EXPECT_EQ(files[2].path, "rules.yaml");
  EXPECT_EQ(files[2].errors, 1);
  EXPECT_TRUE(files[2].runs_as_it_was);
  EXPECT_EQ(files[3].path, "templates/en/hi.mustache");
}

TEST_F(WorkbenchTest, CheckWritesNothingAndNamesFilesAsThePageDoes) {
  const auto found = desk_.check({"week", "rules.yaml", replaced(rules_text, "when:", "whne:")}).value();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().mark.file, "rules.yaml");
  EXPECT_EQ(found.front().mark.line, 6);
  EXPECT_EQ(on_disk("rules.yaml"), rules_text);
  EXPECT_FALSE(desk_.check({"week", "../rules.yaml", ""}).ok());
  EXPECT_EQ(desk_.check({"week", "rules.yaml", std::string(2 << 20, 'x')}).error().message,
            "This text is too long: a file holds at most 1 MiB. Make two files of it.");
}

TEST_F(WorkbenchTest, TestAsksTheEditedText) {
  const auto good = desk_.test({"week", "rules.yaml", rules_text}).value();
  EXPECT_EQ(good.passed, 2);
  EXPECT_EQ(good.failed, 0);
  const auto failing = desk_.test({"week", "rules.yaml", replaced(rules_text, "They are", "Look")}).value();
  EXPECT_EQ(failing.failed, 0);
  const auto worse =
      desk_.test({"week", "rules.yaml", replaced(rules_text, "on the page.", "gone.")}).value();
  EXPECT_EQ(worse.failed, 1);
  EXPECT_EQ(worse.results.front().mark.file, "rules.yaml");
  const auto broken = desk_.test({"week", "rules.yaml", replaced(rules_text, "when:", "whne:")}).value();
  EXPECT_TRUE(broken.results.empty());
  EXPECT_FALSE(broken.diagnostics.empty());
}

TEST_F(WorkbenchTest, ReplayLaysTheEditBesideWhatIsInService) {
  say("1", "ana", "slides please #flock");
  say("2", "bo", "links please #flock");
  say("3", "cy", "good morning #flock");
  std::string edit = replaced(rules_text, "They are on the page.", "Look at the page.");
  edit = replaced(edit, "mode: shadow", "mode: auto");
  edit += "  - rule: morning\n    when: {says: good evening}\n    then:\n      - reply: \"Hi\"\n";
  const auto report = desk_.replay({"week", "rules.yaml", edit}, 100).value();
  EXPECT_EQ(report.posts, 4U) << "the bot's own reply among them";
  ASSERT_EQ(report.rules.size(), 3U);
  EXPECT_EQ(report.rules[0].rule, "slides");
  EXPECT_EQ(report.rules[0].fired, 1);
  EXPECT_EQ(report.rules[1].fired, 1);
  EXPECT_EQ(report.rules[2].fired, 0);
  ASSERT_EQ(report.differences.size(), 2U);
  EXPECT_EQ(report.differences[0].post.id, "1");
  EXPECT_EQ(report.differences[0].change, app::ReplayReport::Difference::Change::said_differently);
  EXPECT_EQ(report.differences[0].before, "reply They are on the page.");
  EXPECT_EQ(report.differences[0].after, "reply Look at the page.");
  EXPECT_EQ(report.differences[1].change, app::ReplayReport::Difference::Change::newly_said);
  EXPECT_EQ(network_.posted().size(), 1U) << "nothing was sent";
  EXPECT_EQ(desk_.replay({"week", "rules.yaml", edit}, 1).value().posts, 1U);
}

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

TEST_F(WorkbenchTest, AWrongReplyIsTakenBackAndBecomesATest) {
  say("1", "ana", "ana loved the slides, thanks @bo! #flock");
  ASSERT_TRUE(soon([&] { return network_.posted().size() == 1; }));
  const std::string key = "week/practice/1/slides/0";
  ASSERT_TRUE(soon([&] {
    std::string id;
    EXPECT_TRUE(store_
                    .read([&](domain::Tables& tables) -> base::Status {
                      if (const auto row = tables.outbox.find(key)) id = row->published_id;
                      return {};
                    })
                    .ok());
    return !id.empty();
  }));
  const auto marked = desk_.mark_wrong(key);
  ASSERT_TRUE(marked.ok()) << marked.error().message;
  EXPECT_EQ(marked->path, "rules.yaml");
  EXPECT_EQ(marked->line, 14);
  EXPECT_EQ(marked->note,
            "The reply is taken back. Its post is now a test in rules.yaml, line 14: it expects silence, and "
            "fails until the rule is mended.");
  EXPECT_TRUE(soon([&] { return network_.withdrawn().size() == 1; }));
  EXPECT_EQ(on_disk("rules.yaml"),
            replaced(rules_text, "        expect: silent\n",
                     "        expect: silent\n"
                     "      - post: \"Sam loved the slides, thanks @someone! #flock\"\n"
                     "        expect: silent\n"));
  EXPECT_EQ(desk_.test({"week", "rules.yaml", on_disk("rules.yaml")}).value().failed, 1);
  EXPECT_EQ(desk_.mark_wrong(key).error().message,
            "This reply is no longer there: somebody was faster. Load the page again.");
}

TEST_F(WorkbenchTest, WithoutAFileForTheTestTheReplyIsTakenBackAllTheSame) {
  say("1", "ana", "slides #flock");
  ASSERT_TRUE(soon([&] { return network_.posted().size() == 1; }));
  const std::string rest = "rules:\n  - rule: links\n    when: {says: links}\n    then: [{reply: \"See\"}]\n";
  ASSERT_EQ(publish(rest, version()).state, State::published);
  ASSERT_TRUE(soon([&] { return desk_.mark_wrong("week/practice/1/slides/0").ok(); }));
  EXPECT_TRUE(soon([&] { return network_.withdrawn().size() == 1; }));
  EXPECT_EQ(on_disk("rules.yaml"), rest);
}

}  // namespace
