// What the facilitators' desk asks of the service.
#include "app/by_hand.hpp"
#include "tests/app/service_world.hpp"

namespace {

using app_test::ServiceTest;
using domain::NetworkKind;
using namespace std::chrono_literals;

TEST_F(ServiceTest, ADraftIsSentAsTheBotWithTheFacilitatorsWords) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(service_.send_draft(first_draft(), "Look at the page, Ana.").ok());
  ASSERT_TRUE(network_.wait_for_posted(1));
  EXPECT_EQ(network_.posted()[0].utterance.text, "Look at the page, Ana.");
  EXPECT_EQ(network_.posted()[0].utterance.to->id, "1");
  EXPECT_EQ(cohort().open_drafts, 0u);
  const auto again = service_.send_draft("week/practice/1/careful/0", "");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().message,
            "This draft is no longer there: somebody was faster. Load the page again.");
}

TEST_F(ServiceTest, ADraftClosesItselfWhenAFacilitatorAnswersOnTheNetwork) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  domain::Post answer = post("2", "They are on the page, Ana.");
  answer.author = {.id = "id-dana", .handle = "dana", .name = "Dana"};
  answer.tags.clear();
  answer.in_reply_to = answer.thread = "1";
  network_.set_thread("1", {post("1", "slides"), answer});
  clock_.advance(2min);
  EXPECT_TRUE(soon([&] { return cohort().open_drafts == 0; }));
}

// X refuses a reply to whoever did not ask the bot, and three refusals would silence it.
TEST(ByHand, WhatTheNetworkWouldRefuseIsNotSent) {
  app_test::World world(
      "  - rule: careful\n    mode: draft\n    when: {says: slides}\n"
      "    then:\n      - reply: \"On the page.\"\n");
  fakes::ScriptedNetwork x(NetworkKind::x);
  const app::Ports ports{
      world.store, {{NetworkKind::x, &x}}, world.clock, world.alerts, app_test::quiet_log()};
  app::Decider decider(world.flock, ports.networks, ports.log);
  const auto send = [&](domain::Post post) {
    post.network = NetworkKind::x;
    base::Status sent;
    world.change([&](domain::Tables& tables) {
      app::Aftermath aftermath;
      decider.hear(tables, fakes::ScriptedNetwork::created(post), world.clock.now(), aftermath);
      sent = app::plan_by_hand(tables, world.flock, ports, "week/x/" + post.id + "/careful/0", "");
    });
    return sent;
  };
  const auto may_be_sent = [&](const char* id) {
    return world.look([&](domain::Tables& tables) {
      const auto draft = tables.drafts.find(std::string("week/x/") + id + "/careful/0");
      return draft && app::may_be_sent_by_bot(tables, world.flock, ports.networks, *draft);
    });
  };
  const auto refused = send(world.post("1", "ana", "Where are the slides? #flock"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message,
            "X takes no answer of a bot to a post that neither mentions nor quotes it. Answer from your own "
            "account instead.");
  domain::Post asked = world.post("2", "ben", "Where are the slides? #flock");
  asked.mentions = {x.self().id};
  EXPECT_TRUE(send(asked).ok());
  EXPECT_FALSE(may_be_sent("1"));
  EXPECT_TRUE(may_be_sent("2"));
}

TEST_F(ServiceTest, ADismissedDraftGivesItsLimitBack) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(service_.dismiss_draft(first_draft()).ok());
  EXPECT_EQ(cohort().open_drafts, 0u);
  say("2", "slides");
  EXPECT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  EXPECT_FALSE(service_.dismiss_draft("no such key").ok());
}

TEST_F(ServiceTest, CardsAndQuestionsAreClosedAtTheDesk) {
  start();
  say("1", "why");
  ASSERT_TRUE(soon([&] { return cohort().open_cards == 1; }));
  EXPECT_EQ(cohort().open_questions, 1u);
  EXPECT_TRUE(service_.close_card("week/practice/1/keep/1").ok());
  EXPECT_TRUE(service_.close_question({NetworkKind::practice, "1"}).ok());
  EXPECT_EQ(cohort().open_cards, 0u);
  EXPECT_EQ(cohort().open_questions, 0u);
}

TEST_F(ServiceTest, SpeechThatTheBreakerStoppedIsSwitchedOnAtTheDesk) {
  start();
  ASSERT_TRUE(store_
                  .write([](domain::Tables& tables) -> base::Status {
                    tables.settings.set("breaker/practice", "Too many.");
                    return {};
                  })
                  .ok());
  say("1", "hello slides");
  ASSERT_TRUE(soon([&] { return cohort().outbox == 1; }));
  EXPECT_FALSE(network_.wait_for_posted(1, 300ms));
  EXPECT_TRUE(service_.status().speech_stopped);
  EXPECT_EQ(service_.status().stopped_reason, "Too many.");
  ASSERT_TRUE(service_.switch_speech_on().ok());
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_FALSE(service_.status().speech_stopped);
}

TEST_F(ServiceTest, NoDraftIsSentWhileSpeechIsStopped) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(store_
                  .write([](domain::Tables& tables) -> base::Status {
                    tables.settings.set("breaker/practice", "Too many.");
                    return {};
                  })
                  .ok());
  const auto sent = service_.send_draft(first_draft(), "");
  ASSERT_FALSE(sent.ok());
  EXPECT_EQ(sent.error().message, "Speech is stopped: Too many. Switch it on, then send the draft.");
}

TEST_F(ServiceTest, AnotherNetworksPolicyTurnsRepliesIntoDrafts) {
  start();
  EXPECT_EQ(service_.policy(), "practice");
  ASSERT_TRUE(service_.use_policy("x").ok());
  EXPECT_EQ(service_.policy(), "x");
  say("1", "hello");
  EXPECT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  const auto unknown = service_.use_policy("orkut");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().message,
            "There is no network called orkut. There are: practice, mastodon, bluesky, x.");
}

TEST_F(ServiceTest, ThePolicyInUseOutlivesARestart) {
  start();
  ASSERT_TRUE(service_.use_policy("x").ok());
  service_.stop();
  const auto ruleset =
      app_test::compile(std::string(app_test::course_yaml) + app_test::service_rules, clock_.now());
  flock_.set("week", {ruleset, {}, {}, clock_.now()});
  app::Service next({store_, {{NetworkKind::practice, &network_}}, clock_, alerts_, app_test::quiet_log()},
                    flock_, reload_, changes_, [] { return 0.0; });
  ASSERT_TRUE(next.start().ok());
  EXPECT_EQ(next.policy(), "x");
  EXPECT_FALSE(flock_.snapshot("week")->ruleset->policy(NetworkKind::practice).hashtag_is_consent);
  ASSERT_TRUE(next.use_policy("practice").ok());
  EXPECT_TRUE(flock_.snapshot("week")->ruleset->policy(NetworkKind::practice).hashtag_is_consent);
}

TEST_F(ServiceTest, ExplainsEveryRuleForAPost) {
  start();
  say("1", "hello");
  ASSERT_TRUE(network_.wait_for_posted(1));
  const auto explained = service_.explain({NetworkKind::practice, "1"});
  ASSERT_TRUE(explained.ok()) << explained.error().message;
  EXPECT_EQ(explained->trace.lines.size(), 3u);
  EXPECT_FALSE(service_.explain({NetworkKind::practice, "unknown"}).ok());
}

TEST_F(ServiceTest, ForgetsAPersonAndTakesRepliesBack) {
  start();
  say("1", "hello");
  ASSERT_TRUE(network_.wait_for_posted(1));
  ASSERT_TRUE(soon([&] { return cohort().outbox == 0; }));
  ASSERT_TRUE(service_.forget({NetworkKind::practice, "id-ana"}).ok());
  EXPECT_TRUE(soon([&] { return network_.withdrawn() == std::vector<std::string>{"said-1"}; }));
  EXPECT_EQ(store_.compacted, 1);
  EXPECT_FALSE(service_.explain({NetworkKind::practice, "1"}).ok());
}

}  // namespace
