#include "app/courier.hpp"

#include "rules/rule.hpp"
#include "tests/app/world.hpp"

namespace {

using app_test::World;
using domain::DeliveryState;
using fakes::Outcome;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

const char* const echo = R"(
  - rule: echo
    mode: auto
    when: {says: hello}
    then:
      - reply: ["One", "Two", "Three", "Four", "Five"]
)";

std::optional<domain::OutboxRow> row_of(World& world, const std::string& post) {
  return world.look([&](domain::Tables& tables) -> std::optional<domain::OutboxRow> {
    const auto rows = tables.outbox.of_post({domain::NetworkKind::practice, post});
    return rows.empty() ? std::nullopt : std::optional(rows.front());
  });
}

TEST(Courier, WhatIsSentIsWrittenDown) {
  World world(echo);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  const auto row = row_of(world, "1");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->state, DeliveryState::sent);
  EXPECT_EQ(row->published_id, "said-1");
  EXPECT_EQ(row->published_url, "https://scripted.example/said-1");
  ASSERT_TRUE(world.stored("said-1"));
  EXPECT_TRUE(world.stored("said-1")->by_bot);
  EXPECT_EQ(world.stored("said-1")->post.in_reply_to, "1");
}

TEST(Courier, TheAttemptIsWrittenDownBeforeItIsMade) {
  World world(echo);
  std::optional<DeliveryState> during;
  world.network.on_publish([&](const domain::Utterance&) { during = row_of(world, "1")->state; });
  world.say("1", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(during, DeliveryState::sending);
}

TEST(Courier, AnUnavailableNetworkIsTriedAgainLaterAndLater) {
  World world(echo);
  world.network.next_publish({Outcome::unavailable, Outcome::unavailable, Outcome::posted});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(row_of(world, "1")->not_before, world.clock.now() + 2s);
  world.pass(1s);
  EXPECT_EQ(world.network.attempts().size(), 1u);
  world.pass(1s);
  EXPECT_EQ(world.network.attempts().size(), 2u);
  EXPECT_EQ(row_of(world, "1")->not_before, world.clock.now() + 4s);
  world.pass(4s);
  EXPECT_EQ(world.said().size(), 1u);
  const auto attempts = world.network.attempts();
  EXPECT_EQ(attempts.front().key, attempts.back().key);
}

TEST(Courier, ANetworkThatIsAwayIsLeftAloneAndNobodyIsLateForIt) {
  World world(echo);
  world.network.otherwise(Outcome::unavailable);
  for (int number = 0; number < 10; ++number) {
    world.say(std::to_string(number), "ana" + std::to_string(number), "hello #flock");
  }
  world.deliver();
  EXPECT_EQ(world.network.attempts().size(), 3u) << "three in a row: it is the network";
  world.pass(1s);
  EXPECT_EQ(world.network.attempts().size(), 3u);
  EXPECT_EQ(row_of(world, "9")->attempts, 0);
  world.pass(1s);
  EXPECT_EQ(world.network.attempts().size(), 4u) << "one asks whether it is back";
  world.network.otherwise(Outcome::posted);
  world.pass(8s);
  EXPECT_EQ(world.said().size(), 10u);
}

TEST(Courier, ARefusalGivesTheLimitBackAndTellsTheFacilitators) {
  World world(R"(
  - rule: once
    mode: auto
    when: {says: hello}
    then:
      - reply: ["One", "Two"]
    limit: once per learner
)");
  world.network.next_publish({Outcome::refused});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(row_of(world, "1")->state, DeliveryState::refused);
  ASSERT_EQ(world.cards().size(), 1u);
  EXPECT_EQ(world.cards()[0].text,
            "The network did not accept what the rule once wanted to say: The scripted network said no.");
  world.say("2", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
}

TEST(Courier, RepliesOfOneThreadStayInOrder) {
  World world(echo);
  world.network.next_publish({Outcome::unavailable});
  world.say("1", "ana", "hello #flock");
  world.say("2", "ben", "hello", "1");
  world.say("3", "cleo", "hello #flock");
  world.deliver();
  ASSERT_EQ(world.network.posted().size(), 1u) << "another thread is not held up";
  EXPECT_EQ(world.network.posted()[0].utterance.to->id, "3");
  world.pass(2s);
  const auto posted = world.network.posted();
  ASSERT_EQ(posted.size(), 3u);
  EXPECT_EQ(posted[1].utterance.to->id, "1");
  EXPECT_EQ(posted[2].utterance.to->id, "2");
}

TEST(Courier, NothingIsSaidToWhoeverSaidStopMeanwhile) {
  World world(echo);
  world.network.next_publish({Outcome::unavailable});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  world.change([](domain::Tables& tables) {
    tables.people.set_consent("week", {domain::NetworkKind::practice, "id-ana"}, domain::Consent::stopped);
  });
  world.pass(1h);
  EXPECT_TRUE(world.said().empty());
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Courier, APostDeletedWhileTheReplyIsUnderWayIsNotAnswered) {
  World world(echo);
  world.network.on_publish([&](const domain::Utterance&) { world.remove("1"); });
  world.say("1", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
  EXPECT_EQ(world.network.withdrawn(), Texts{"said-1"});
  EXPECT_EQ(row_of(world, "1")->state, DeliveryState::withdrawn);
}

TEST(Courier, AWithdrawalThatFailsIsTriedAgain) {
  World world(echo);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  world.network.fail_withdrawals(true);
  world.remove("1");
  world.courier.run_due();
  EXPECT_TRUE(world.network.withdrawn().empty());
  world.network.fail_withdrawals(false);
  world.pass(2s);
  EXPECT_EQ(world.network.withdrawn(), Texts{"said-1"});
}

TEST(Courier, WhatQuietHoursHeldIsSaidAtTheirEnd) {
  World world(echo, "  quiet_hours: 17:00 to 20:00\n");
  world.say("1", "ana", "hello #flock");
  world.deliver();
  EXPECT_TRUE(world.said().empty());
  EXPECT_EQ(row_of(world, "1")->reason, "quiet hours");
  world.pass(2h);
  EXPECT_EQ(world.said().size(), 1u);
}

TEST(Courier, WhatABudgetHeldBecomesADraftAfterTwelveHours) {
  World world(echo, "  replies: {per_learner_day: 1}\n");
  world.say("1", "ana", "hello #flock");
  world.say("2", "ana", "hello #flock");
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
  world.pass(11h);
  EXPECT_TRUE(world.drafts().empty());
  world.pass(1h);
  EXPECT_EQ(world.said().size(), 1u);
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].reason, "it has waited for 12 hours (this learner has had the day's replies)");
}

TEST(Courier, ANetworkThatStaysAwayForTwelveHoursLeavesADraft) {
  World world(echo);
  world.network.otherwise(Outcome::unavailable);
  world.say("1", "ana", "hello #flock");
  for (int i = 0; i < 13; ++i) world.pass(1h);
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].reason, "it could not be sent for 12 hours");
}

TEST(Courier, WhatCannotBeAnsweredFromTheBotsAccountIsADraft) {
  World world(echo);
  world.network.next_publish({Outcome::unreachable});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].reason, "The scripted network cannot reach this post.");
  EXPECT_TRUE(world.outbox().empty());
  EXPECT_TRUE(world.cards().empty());
}

// A server that answers 500 to this one reply for ever, and certainly has not posted it.
TEST(Courier, WhatFailsForEverIsTriedLessAndLessAndThenADraft) {
  World world(echo);
  world.network.otherwise(Outcome::in_doubt_not_posted);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  for (auto passed = 0s; passed < 13h; passed += 20s) world.pass(20s);
  EXPECT_LE(world.network.attempts().size(), 50u);
  EXPECT_GE(world.network.attempts().size(), 30u);
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].reason, "it could not be sent for 12 hours");
}

TEST(Courier, AFullDiskLosesNothing) {
  World world(echo);
  world.say("1", "ana", "hello #flock");
  world.store.failing_writes = 1;  // the claim
  world.courier.run_due();
  EXPECT_TRUE(world.said().empty());
  world.network.on_publish([&](const domain::Utterance&) { world.store.failing_writes = 1; });  // its result
  world.courier.run_due();
  EXPECT_EQ(row_of(world, "1")->state, DeliveryState::sending);
  world.deliver();
  EXPECT_EQ(row_of(world, "1")->state, DeliveryState::sent);
  EXPECT_EQ(world.said().size(), 1u);
}

}  // namespace
