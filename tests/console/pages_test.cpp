// The pages as people read them: exact words, and what a click does.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "rulefile/cases.hpp"
#include "rules/rule.hpp"
#include "tests/console/pages_fixture.hpp"

namespace console_test {
namespace {

using console::Fields;
using console::Response;

TEST_F(Pages, AnEmptyRoomSaysWhatToDo) {
  const std::string page = words();
  has(page, "Practice room: nothing leaves this machine");
  has(page, "Online facilitation");
  has(page, "It is Tue 3 Mar 18:00 UTC");
  has(page,
      "Nobody has said anything yet. Introduce yourself as the newcomer, or ask a question as a learner.");
  has(page, "Nothing needs you at the moment.");
  has(page, "No draft waits to be sent.");
  has(page, "Every question has found an answer.");
  has(page, "Noor, new here Ana Ben Dana, facilitator Guest expert or under any name");
  has(page, "add #flockcourse mention @flockmate Post");
}

TEST_F(Pages, SpeakingAddsTheHashtagAndKeepsTheVoice) {
  visitor.get("/");
  const Response answer = visitor.post(
      "/say", {{"voice", "noor"}, {"text", "Hello, I am Noor"}, {"tag", "yes"}, {"mention", "yes"}});
  EXPECT_EQ(answer.status, 303);
  ASSERT_EQ(world.room.posts.size(), 1U);
  EXPECT_EQ(world.room.posts[0].text, "@flockmate Hello, I am Noor #flockcourse");
  EXPECT_EQ(world.room.posts[0].author.name, "Noor");
  const std::string place = header_of(answer, "Location");
  EXPECT_EQ(place.substr(0, place.find('#')), "/?cohort=spring&as=noor");
  EXPECT_EQ(world.changes.count(), 1U);
  const std::string page = visitor.get("/", {{"as", "noor"}}).body;
  has(page, "<option value=\"noor\" selected>Noor</option>");
  has(page, "Mateo, new here");
}

TEST_F(Pages, AHashtagThatIsThereIsNotAddedAgainAndRepliesNeedNone) {
  visitor.get("/");
  visitor.post("/say", {{"voice", "ana"}, {"text", "Hi #FlockCourse"}, {"tag", "yes"}});
  visitor.post("/say", {{"voice", "ben"}, {"text", "Welcome!"}, {"tag", "yes"}, {"in_reply_to", "1"}});
  ASSERT_EQ(world.room.posts.size(), 2U);
  EXPECT_EQ(world.room.posts[0].text, "Hi #FlockCourse");
  EXPECT_EQ(world.room.posts[1].text, "Welcome!");
  EXPECT_EQ(world.room.posts[1].in_reply_to, "1");
}

TEST_F(Pages, AnyNameCanSpeak) {
  visitor.get("/");
  visitor.post("/say", {{"voice", "ana"}, {"name", "  Zoë van Dijk "}, {"text", "Hi"}});
  ASSERT_EQ(world.room.posts.size(), 1U);
  EXPECT_EQ(world.room.posts[0].author.name, "Zoë van Dijk");
  EXPECT_EQ(world.room.posts[0].author.handle, "zoe_van_dijk");
}

TEST_F(Pages, WhatCannotBePostedIsSaidPlainly) {
  visitor.get("/");
  struct Case {
    Fields form;
    std::string words;
  };
  const std::vector<Case> cases{
      {{{"voice", "ana"}, {"text", "  "}}, "There is nothing to post yet: write something first."},
      {{{"name", "!!!"}, {"text", "Hi"}}, "A name needs at least one letter from a to z, or a digit."},
      {{{"text", "Hi"}}, "Choose who is speaking."},
  };
  for (const Case& bad : cases) {
    const Response answer = visitor.post("/say", bad.form);
    EXPECT_EQ(answer.status, 400);
    has(words_of(answer.body), "Bad request " + bad.words + " Back to the conversation");
  }
  EXPECT_TRUE(world.room.posts.empty());
}

TEST_F(Pages, TheScriptGetsErrorsAsJson) {
  visitor.get("/");
  visitor.more_headers["x-flockmate"] = "page";
  const Response bad = visitor.post("/say", {{"voice", "ana"}, {"text", ""}});
  EXPECT_EQ(bad.type, "application/json");
  EXPECT_EQ(nlohmann::json::parse(bad.body)["error"], "There is nothing to post yet: write something first.");
  const Response good = visitor.post("/say", {{"voice", "ana"}, {"text", "Hi"}});
  EXPECT_EQ(good.status, 200);
  EXPECT_EQ(nlohmann::json::parse(good.body)["place"].get<std::string>().substr(0, 24),
            "/?cohort=spring&as=ana#p");
}

TEST_F(Pages, EditDeleteAndBoost) {
  said("ana", "Helo");
  visitor.get("/");
  EXPECT_EQ(visitor.post("/edit", {{"id", "1"}, {"text", "Hello"}}).status, 303);
  EXPECT_EQ(world.room.posts[0].text, "Hello");
  EXPECT_EQ(visitor.post("/boost", {{"id", "1"}, {"voice", "ben"}}).status, 303);
  has(words(), "boosted ana: “Hello”");
  EXPECT_EQ(visitor.post("/edit", {{"id", "1"}, {"text", ""}}).status, 400);
  EXPECT_EQ(visitor.post("/delete", {{"id", "1"}}).status, 303);
  has(words(), "boosted a post that is not here any more");
  const Response gone = visitor.post("/delete", {{"id", "1"}});
  EXPECT_EQ(gone.status, 404);
  has(words_of(gone.body), "This post is no longer there.");
}

TEST_F(Pages, HostileTextStaysText) {
  said("ana", "<script>alert(1)</script> \"&amp;' {{token}}");
  const std::string html = visitor.get("/").body;
  lacks(html, "<script>alert");
  has(html, "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;amp;&apos; {{token}}");
}

TEST_F(Pages, EachPostShowsWhy) {
  const domain::Post post = said("ana", "Hello #flockcourse");
  write([&](domain::Tables& tables) {
    tables.traces.add("spring", post.key(), decision_of(world, "Greets the newcomer."));
    tables.waits.set(
        {"spring", post.network, post.id, {"escalate", world.clock.now() + std::chrono::hours(3), false}});
  });
  const std::string page = words();
  has(page, "The rule \"escalate\" waits until Tue 3 Mar 21:00.");
  has(page,
      "Why? Greets the newcomer. reply Tue 3 Mar 18:00: Greets the newcomer. welcome answers the post · "
      "reply · the hashtag is consent here");
  has(page, "escalate tells the facilitators on duty · could not check answered_by");
  has(page,
      "welcome yes introduces_self: yes point-to-faq not reached an earlier rule replied Every rule, one by "
      "one for the post by ana");
}

TEST_F(Pages, AnotherBotsHandleIsNoReasonAndOursNamesItsRule) {
  const domain::Post post = said("ana", "Hello #flockcourse");
  const domain::Post answer = said("flockmate", "Welcome, Ana!", post.id);
  domain::OutboxRow row;
  row.key = "spring/practice/1/welcome/0";
  row.cohort = "spring";
  row.cause = post.id;
  row.rule = "welcome";
  row.post_id = post.id;
  row.thread = post.thread;
  row.state = domain::DeliveryState::sent;
  row.published_id = answer.id;
  write([&](domain::Tables& tables) { tables.outbox.add(row); });
  const std::string html = visitor.get("/").body;
  has(words_of(html), "bot Tue 3 Mar 18:00 Welcome, Ana! Said by the rule welcome why? That was wrong");
  has(html, "/why?network=practice&amp;id=1&amp;cohort=spring");
}

TEST_F(Pages, TheWhyPageListsEveryRule) {
  const domain::Post post = said("ana", "Hello #flockcourse");
  domain::Decision now = decision_of(world, "Greets the newcomer.");
  now.actions[0].text = "Welcome, Ana!";
  now.trace.lines.push_back({"glossary", domain::Verdict::no, "asks_about: glossary is not so", true});
  now.trace.faq = {{"slides", 0.31}};
  world.desk.explanation = now;
  const std::string page = words_of(visitor.get("/why", {{"network", "practice"}, {"id", post.id}}).body);
  has(page, "What was decided Nothing was decided about this post (yet).");
  has(page,
      "Every rule, as things stand now Greets the newcomer. What it would say: Welcome, Ana! Rule Verdict "
      "Reason welcome yes "
      "introduces_self: yes");
  has(page, "glossary no asks_about: glossary is not so nearly Answers that came closest slides: 31 %");
}

TEST_F(Pages, WhyForAPostThatIsGone) {
  const Response unknown = visitor.get("/why", {{"network", "practice"}, {"id", "77"}});
  EXPECT_EQ(unknown.status, 404);
  has(words_of(unknown.body), "Not found Flockmate does not know this post (any more).");
  EXPECT_EQ(visitor.get("/why", {{"network", "nowhere"}, {"id", "1"}}).status, 404);
}

TEST_F(Pages, SeveralCoursesEachHaveTheirOwnPage) {
  lacks(visitor.get("/").body, "aria-label=\"Courses\"");
  world.set_course("autumn", "Data for teachers");
  const std::string page = visitor.get("/", {{"cohort", "autumn"}}).body;
  has(words_of(page), "Online facilitation Data for teachers");
  has(page, "<a href=\"/?cohort=autumn\" aria-current=\"page\">Data for teachers</a>");
  const Response unknown = visitor.get("/", {{"cohort", "winter"}});
  EXPECT_EQ(unknown.status, 404);
  has(words_of(unknown.body), "There is no course called \"winter\" here.");
}

TEST_F(Pages, ReplyingWorksWithoutAScript) {
  said("ana", "Where are the slides?");
  const std::string html = visitor.get("/", {{"reply", "1"}}).body;
  has(html, "id=\"in-reply-to\" value=\"1\"");
  has(words_of(html), "Answering ana: “Where are the slides?” Start a new post instead");
}

TEST_F(Pages, FormsOfOtherPagesDoNothing) {
  visitor.get("/");
  const Response without = visitor.post("/say", {{"voice", "ana"}, {"text", "Hi"}, {"token", ""}});
  EXPECT_EQ(without.status, 403);
  has(words_of(without.body), "That page was out of date. Load it again, then repeat what you did.");
  Visitor other(*pages);
  other.get("/");
  EXPECT_NE(other.token, visitor.token);
  EXPECT_EQ(visitor.post("/say", {{"voice", "ana"}, {"text", "Hi"}, {"token", other.token}}).status, 403);
  EXPECT_TRUE(world.room.posts.empty());
}

TEST_F(Pages, StatusAndHealthForMachines) {
  world.desk.report.queue = 2;
  world.desk.report.now = world.clock.now();
  world.desk.report.cohorts = {{"spring", "Online facilitation", 7, 12, 1, 0, 3, 0, {"welcome.yaml"}}};
  const auto status = nlohmann::json::parse(visitor.get("/api/status").body);
  EXPECT_EQ(status["now"], "2026-03-03T18:00:00Z");
  EXPECT_EQ(status["queue"], 2);
  EXPECT_EQ(status["cohorts"][0]["posts"], 12);
  EXPECT_EQ(status["cohorts"][0]["bad_files"][0], "welcome.yaml");
  world.desk.report.money = {
      {domain::NetworkKind::x, {"X", "2026-03", 1'200'000, 6'200'000, 25'000'000, "2026-11-22"}}};
  EXPECT_EQ(nlohmann::json::parse(visitor.get("/api/status").body)["money"],
            nlohmann::json::parse(
                R"([{"network": "x", "month": "2026-03", "spent": 1.2, "forecast": 6.2, "cap": 25.0,
                     "is_spent": false, "prices_as_of": "2026-11-22", "sentence":
                     "X: $1.20 of $25.00 spent this month, $6.20 by its end at this rate (prices of 2026-11-22). When all is spent the bot reads and says nothing there until next month."}])"));
}

TEST_F(Pages, UnknownAddressesSaySo) {
  EXPECT_EQ(visitor.get("/nothing").status, 404);
  visitor.get("/");
  const Response posted = visitor.post("/nothing", {});
  EXPECT_EQ(posted.status, 404);
  has(words_of(posted.body), "There is nothing at this address.");
}

TEST(PageShelf, SaysWhichFileOrPackageIsMissing) {
  const auto no_pages =
      console::PageShelf::open({"/nowhere", "/usr/share/javascript/bootstrap5/css/bootstrap.min.css"});
  ASSERT_FALSE(no_pages);
  EXPECT_NE(no_pages.error().message.find("/nowhere/pages"), std::string::npos);
  const auto no_bootstrap =
      console::PageShelf::open({console::console_folder(FLOCKMATE_SOURCE_DIR), "/nowhere/bootstrap.min.css"});
  ASSERT_FALSE(no_bootstrap);
  EXPECT_EQ(no_bootstrap.error().message.rfind("The pages need the package libjs-bootstrap5: ", 0), 0U);
}

}  // namespace
}  // namespace console_test
