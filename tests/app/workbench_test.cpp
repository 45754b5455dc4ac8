// What the Rules page shows, and what becomes of a reply that was wrong.
#include "app/workbench.hpp"

#include "tests/app/workbench_world.hpp"

namespace {

using app_test::replaced;
using app_test::rules_text;
using app_test::WorkbenchTest;
using State = app::Published::State;

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
  std::filesystem::create_directories(top_ / "week" / "templates" / "en");
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

// Mastodon tells its own people without their server.
TEST_F(WorkbenchTest, ReplayKnowsFacilitatorsOfTheBotsOwnServer) {
  flock_.set_home("social.example");
  write("course.yaml", replaced(app_test::course_yaml, "- name: Dana",
                                "- name: Dana\n      mastodon: \"@dana@social.example\""));
  ASSERT_TRUE(reload_.run().ok());
  domain::StoredPost stored;
  stored.post.network = domain::NetworkKind::mastodon;
  stored.post.id = stored.post.thread = "1";
  stored.post.author = {.id = "9", .handle = "dana", .name = "Dana"};
  stored.post.text = "slides #flock";
  stored.post.tags = {"flock"};
  stored.post.created_at = clock_.now();
  stored.cohort = "week";
  ASSERT_TRUE(store_
                  .write([&](domain::Tables& tables) -> base::Status {
                    tables.posts.remember(stored);
                    return {};
                  })
                  .ok());
  const std::string edit = replaced(rules_text, "{says: slides}", "{says: slides, from: facilitator}");
  const auto report = desk_.replay({"week", "rules.yaml", edit}, 100).value();
  ASSERT_EQ(report.rules.size(), 2U);
  EXPECT_EQ(report.rules[0].fired, 1);
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
