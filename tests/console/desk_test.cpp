// What waits for facilitators, and the practice controls: exact words, and what a click does.
#include <gtest/gtest.h>

#include "console/by_hand.hpp"
#include "domain/course.hpp"
#include "rulefile/cases.hpp"
#include "tests/console/pages_fixture.hpp"

namespace console_test {
namespace {

using console::Response;

TEST_F(Pages, CardsDraftsAndQuestionsWaitOnTheDesk) {
  const domain::Post post = said("ana", "When is the exam? #flockcourse");
  write([&](domain::Tables& tables) {
    tables.cards.add({"c1", "spring", post.network, post.id, "escalate", "duty", "A question is still open.",
                      false, false, world.clock.now()});
    tables.cards.add({"c2", "spring", post.network, "", "manners: human needed", "all",
                      "Somebody may need a human now.", true, false, world.clock.now()});
    domain::Draft draft;
    draft.key = "spring/practice/1/faq/0";
    draft.cohort = "spring";
    draft.rule = "point-to-faq";
    draft.text = "The exam is in June.";
    draft.post_id = post.id;
    draft.reason = "X lets Flockmate answer only those who mention it.";
    draft.created_at = world.clock.now();
    tables.drafts.add(draft);
    tables.questions.save({"spring", post.network, post.id, post.author.id, post.thread, world.clock.now(),
                           domain::QuestionState::open});
  });
  world.clock.advance(std::chrono::minutes(185));
  const std::string page = words();
  has(page, "For facilitators 3 waiting");
  has(page, "Somebody may need a human now. See what you were told");
  has(page,
      "Told to you 2 Urgent Somebody may need a human now. for all facilitators · 3 h 5 min · rule manners: "
      "human needed Done");
  has(page,
      "A question is still open. ana: When is the exam? #flockcourse for the facilitators on duty · 3 h 5 "
      "min · rule escalate Done");
  has(page,
      "Drafts 1 ana: When is the exam? #flockcourse X lets Flockmate answer only those who mention it. What "
      "would be said The exam is in June. rule point-to-faq · 3 h 5 min Send Dismiss");
  has(page, "Open questions 1 ana: When is the exam? #flockcourse open for 3 h 5 min Close");
}

// A draft of each network about a post of that network, and where a person answers it.
TEST_F(Pages, ADraftLeadsToWhereAPersonCanAnswer) {
  using domain::NetworkKind;
  struct Case {
    NetworkKind network;
    domain::ActionKind kind;
    std::string id;
    std::string url;
    std::string way;  // as it stands on the page
  };
  const auto reply = domain::ActionKind::reply;
  const auto boost = domain::ActionKind::boost;
  const std::vector<Case> cases{
      {NetworkKind::x, reply, "1907", "https://x.com/i/status/1907",
       "href=\"https://x.com/intent/post?in_reply_to=1907&amp;text=In%20June%20%26%20July.\" "
       "target=\"_blank\" "
       "rel=\"noopener noreferrer\" data-words=\"draft-"},
      {NetworkKind::x, boost, "1908", "https://x.com/i/status/1908",
       "href=\"https://x.com/intent/retweet?tweet_id=1908\" target=\"_blank\" rel=\"noopener "
       "noreferrer\">Repost on X</a>"},
      {NetworkKind::mastodon, reply, "7", "https://other.example/@ana/7",
       "href=\"https://social.example/authorize_interaction?uri=https%3A%2F%2Fother.example%2F%40ana%2F7\""},
      {NetworkKind::mastodon, reply, "8", "https://social.example/@ben/8",
       "href=\"https://social.example/@ben/8\""},
      {NetworkKind::bluesky, reply, "at://did:plc:ana/app.bsky.feed.post/3k",
       "https://bsky.app/profile/did:plc:ana/post/3k",
       "href=\"https://bsky.app/profile/did:plc:ana/post/3k\""},
  };
  write([&](domain::Tables& tables) {
    for (const Case& one : cases) {
      domain::Post post;
      post.network = one.network;
      post.id = one.id;
      post.thread = one.id;
      post.url = one.url;
      post.author = {"1", "ana", "Ana"};
      post.text = "When is the exam?";
      tables.posts.remember({post, "spring", true, false, true});
      domain::Draft draft;
      draft.key = "spring/" + one.id;
      draft.cohort = "spring";
      draft.network = one.network;
      draft.kind = one.kind;
      draft.post_id = one.id;
      draft.text = "In June & July.";
      tables.drafts.add(draft);
    }
  });
  const std::string page = visitor.get("/").body;
  for (const Case& one : cases) {
    EXPECT_NE(page.find(one.way), std::string::npos) << one.way;
  }
  EXPECT_NE(page.find("data-carries>Answer on X</a>"), std::string::npos);
  EXPECT_NE(page.find(">Answer on social.example</a>"), std::string::npos);
  EXPECT_NE(page.find(">Answer on Bluesky</a>"), std::string::npos);
  for (const char* words :
       {"Or answer from your own account: the words go along, and the draft is closed when "
        "your answer is seen.",
        "Or answer from your own account: the words are copied for you to paste, and the "
        "draft is closed when your answer is seen.",
        "Or pass it on from your own account, then dismiss the draft."}) {
    has(words_of(page), words);
  }
  has(page, "<button class=\"btn btn-main\">Send</button> <a class=\"btn btn-plain\" href=\"https://x.com/");
}

TEST(WaysByHand, AShortHandleIsAtHomeOnTheBotsOwnServer) {
  domain::Course course;
  course.facilitators.push_back(
      {.name = "Dana", .handles = {{domain::NetworkKind::mastodon, "dana"}}, .duty = {}});
  domain::Draft draft;
  draft.network = domain::NetworkKind::mastodon;
  domain::Post post;
  post.url = "https://other.example/@ana/7";
  app::Flock flock;
  EXPECT_EQ(console::ways_by_hand(flock, course, draft, post).at(0).link, post.url);
  flock.set_home("social.example");
  EXPECT_EQ(console::ways_by_hand(flock, course, draft, post).at(0).link,
            "https://social.example/authorize_interaction?uri=https%3A%2F%2Fother.example%2F%40ana%2F7");
}

// A button that the network would refuse is none.
TEST_F(Pages, WhatABotMayNotSendAPersonAnswers) {
  world.desk.sendable = false;
  write([&](domain::Tables& tables) {
    for (const auto& [id, kind] :
         {std::pair{"1907", domain::ActionKind::reply}, {"1908", domain::ActionKind::boost}}) {
      domain::Post post;
      post.network = domain::NetworkKind::x;
      post.id = post.thread = id;
      post.text = "When is the exam?";
      tables.posts.remember({post, "spring", true, false, true});
      domain::Draft draft;
      draft.key = draft.post_id = id;
      draft.cohort = "spring";
      draft.network = post.network;
      draft.kind = kind;
      tables.drafts.add(draft);
    }
  });
  const std::string page = visitor.get("/").body;
  has(page, "<p class=\"buttons\"><a class=\"btn btn-main\" href=\"https://x.com/intent/post?");
  has(page, "<p class=\"buttons\"><a class=\"btn btn-main\" href=\"https://x.com/intent/retweet?");
  lacks(page, ">Send</button>");
  has(words_of(page),
      "Answer from your own account: the words go along, and the draft is closed when your answer is seen.");
  has(words_of(page), "Pass it on from your own account, then dismiss the draft.");
}

TEST_F(Pages, EveryDeskButtonCallsTheDesk) {
  visitor.get("/");
  visitor.post("/draft/send", {{"key", "k1"}, {"text", " Better words "}});
  visitor.post("/draft/dismiss", {{"key", "k2"}});
  visitor.post("/card/done", {{"key", "k3"}});
  visitor.post("/question/close", {{"network", "x"}, {"id", "9"}});
  visitor.post("/speech/on", {});
  visitor.post("/reload", {});
  visitor.post("/policy", {{"policy", "x"}});
  EXPECT_EQ(world.desk.calls, (std::vector<std::string>{"send k1: Better words", "dismiss k2", "done k3",
                                                        "close x/9", "speech on", "reload", "policy x"}));
  world.desk.next = base::Error{base::ErrorKind::conflict, "Somebody has sent it already."};
  const Response late = visitor.post("/draft/send", {{"key", "k1"}});
  EXPECT_EQ(late.status, 409);
  has(words_of(late.body), "That did not work Somebody has sent it already.");
}

TEST_F(Pages, TheClockMovesForward) {
  struct Case {
    std::string by;
    std::string shown;
  };
  visitor.get("/");
  for (const Case& step : std::vector<Case>{{"15m", "Tue 3 Mar 18:15"},
                                            {"1h", "Tue 3 Mar 19:15"},
                                            {"3h", "Tue 3 Mar 22:15"},
                                            {"morning", "Wed 4 Mar 08:00"},
                                            {"morning", "Thu 5 Mar 08:00"}}) {
    EXPECT_EQ(visitor.post("/clock", {{"by", step.by}}).status, 303);
    has(words(), "It is " + step.shown);
  }
  EXPECT_EQ(visitor.post("/clock", {{"by", "-3h"}}).status, 400);
}

TEST_F(Pages, ThePolicySwitchSaysWhatWouldBeAllowed) {
  world.desk.chosen_policy = "x";
  const std::string html = visitor.get("/").body;
  has(html, "id=\"policy-x\" aria-pressed=\"true\"");
  has(html, "id=\"policy-practice\" aria-pressed=\"false\"");
  has(words_of(html),
      "Practice room Mastodon Bluesky X Only a post that itself mentions or quotes Flockmate may be "
      "answered; having joined is not enough.");
}

TEST_F(Pages, WhatANetworkCostsIsShown) {
  EXPECT_EQ(words().find("spent"), std::string::npos);
  domain::Bill bill{"X", "2026-03", 1'200'000, 6'200'000, 25'000'000, "2026-11-22"};
  world.desk.report.money = {{domain::NetworkKind::x, bill}};
  has(words(),
      "X: $1.20 of $25.00 spent this month, $6.20 by its end at this rate (prices of 2026-11-22). When all "
      "is "
      "spent the bot reads and says nothing there until next month.");
  has(visitor.get("/").body, "<p class=\"small\">X: $1.20");
  bill.spent = bill.cap;
  world.desk.report.money = {{domain::NetworkKind::x, bill}};
  has(visitor.get("/").body, "<p class=\"banner urgent\">X: this month&apos;s $25.00 are spent.");
}

TEST_F(Pages, BannersSayWhatIsWrong) {
  world.desk.report.speech_stopped = true;
  world.desk.report.stopped_reason = "30 replies were decided within 5 minutes.";
  auto snapshot = *world.flock.snapshot("spring");
  rulefile::Diagnostic mistake;
  mistake.mark.file = "welcome.yaml";
  mistake.mark.line = 9;
  mistake.code = "R003";
  mistake.message = "\"whne\" is not something a rule can have - did you mean \"when\"?";
  mistake.fix = "when:";
  snapshot.diagnostics = {mistake};
  snapshot.kept_files = {"welcome.yaml"};
  world.flock.set("spring", snapshot);
  const std::string page = words();
  has(page, "Flockmate has stopped speaking. 30 replies were decided within 5 minutes. Let it speak again");
  has(page,
      "Some rule files have a mistake. Running as they last worked: welcome.yaml. All other files are "
      "loaded. welcome.yaml, line 9 (R003): \"whne\" is not something a rule can have - did you mean "
      "\"when\"? Fix: when: Mend them on the Rules page Read the files again");
}

TEST_F(Pages, AFolderThatCannotBeReadIsSaidInTheBanner) {
  auto snapshot = *world.flock.snapshot("spring");
  snapshot.trouble = "/etc/flockmate/spring is not a folder.";
  world.flock.set("spring", snapshot);
  const std::string page = words();
  has(page,
      "Some rule files have a mistake. /etc/flockmate/spring is not a folder. Until then the rules run as "
      "they "
      "were.");
  EXPECT_EQ(page.find("All other files are loaded."), std::string::npos);
}

}  // namespace
}  // namespace console_test
