#include "app/attempt.hpp"

#include "tests/app/world.hpp"

namespace {

using app_test::World;
using domain::DeliveryState;
using fakes::Outcome;
using namespace std::chrono_literals;

const char* const echo = R"(
  - rule: echo
    mode: auto
    when: {says: hello}
    then:
      - reply: "One"
)";

TEST(Attempt, AnAttemptInDoubtIsLookedUpBeforeItIsMadeAgain) {
  World world(echo);
  world.network.forget_keys();
  world.network.next_publish({Outcome::in_doubt_but_posted});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  ASSERT_EQ(world.outbox().size(), 1u);
  EXPECT_EQ(world.outbox()[0].state, DeliveryState::in_doubt);
  world.pass(20s);
  EXPECT_TRUE(world.outbox().empty());
  EXPECT_TRUE(world.drafts().empty());
  EXPECT_EQ(world.said().size(), 1u);
}

TEST(Attempt, OneInDoubtThatIsNotThereIsSentAgain) {
  World world(echo);
  world.network.next_publish({Outcome::in_doubt_not_posted});
  world.say("1", "ana", "hello #flock");
  world.deliver();
  world.pass(20s);
  EXPECT_EQ(world.said().size(), 1u);
  EXPECT_EQ(world.network.looked_up().size(), 1u);
}

TEST(Attempt, AfterThreeLookUpsOverTenMinutesItIsADraft) {
  World world(echo);
  world.network.next_publish({Outcome::in_doubt_but_posted});
  world.network.fail_look_ups(base::ErrorKind::in_doubt);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  world.pass(20s);
  world.pass(220s);
  EXPECT_EQ(world.network.looked_up().size(), 2u);
  EXPECT_TRUE(world.drafts().empty());
  world.pass(360s);
  EXPECT_EQ(world.network.looked_up().size(), 3u);
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(
      world.drafts()[0].reason,
      "unresolved: the network gave no answer and cannot tell whether it was sent; look there before you "
      "send it");
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Attempt, ALookUpThatTheNetworkDidNotAnswerDoesNotCount) {
  World world(echo);
  world.network.forget_keys();
  world.network.next_publish({Outcome::in_doubt_but_posted});
  world.network.fail_look_ups(base::ErrorKind::unavailable);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  for (auto passed = 0s; passed < 2h; passed += 20s) world.pass(20s);
  ASSERT_EQ(world.outbox().size(), 1u);
  EXPECT_EQ(world.outbox()[0].state, DeliveryState::in_doubt);
  EXPECT_LE(world.network.looked_up().size(), 35u) << "later and later";
  world.network.fail_look_ups({});
  world.pass(20min);
  EXPECT_TRUE(world.outbox().empty());
  EXPECT_TRUE(world.drafts().empty());
  EXPECT_EQ(world.said().size(), 1u);
}

TEST(Attempt, WhatNobodyCanLookUpForTwelveHoursIsADraft) {
  World world(echo);
  world.network.next_publish({Outcome::in_doubt_but_posted});
  world.network.fail_look_ups(base::ErrorKind::unavailable);
  world.say("1", "ana", "hello #flock");
  world.deliver();
  for (auto passed = 0min; passed < 12h; passed += 5min) world.pass(5min);
  EXPECT_TRUE(world.drafts().empty());
  for (auto passed = 0min; passed < 1h; passed += 5min) world.pass(5min);
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Attempt, OneFoundAsSendingAfterARestartIsInDoubt) {
  World world(echo);
  world.say("1", "ana", "hello #flock");
  world.change([](domain::Tables& tables) {
    auto row = tables.outbox.open("week").front();
    row.state = DeliveryState::sending;
    row.attempts = 1;
    tables.outbox.update(row);
  });
  world.deliver();
  EXPECT_EQ(world.network.looked_up().size(), 1u);
  EXPECT_EQ(world.said().size(), 1u);
}

}  // namespace
