// What stops speech, comes with the hour, or is told of people who are not who they seem.
#include "app/decider.hpp"

#include "tests/app/world.hpp"

namespace {

using app_test::World;
using domain::NetworkKind;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

const char* const greeting = R"(
  - rule: greet
    because: New people should feel welcome.
    mode: auto
    when: {says: hello}
    then:
      - reply: ["Welcome!", "Good to see you!", "Hello there!"]
)";

TEST(Decider, TooManyRepliesAtOnceStopAllSpeech) {
  World world(greeting, "  replies: {per_hour: 1000, per_day: 1000}\n");
  for (int i = 0; i < 40; ++i) {
    world.say(std::to_string(i), "learner" + std::to_string(i), "hello #flock");
    world.deliver();
  }
  EXPECT_LT(world.said().size(), 30u);
  ASSERT_EQ(world.alerts.told.size(), 1u);
  EXPECT_EQ(world.alerts.told[0].kind, domain::Alert::Kind::breaker);
  EXPECT_EQ(world.alerts.told[0].text,
            "30 replies were decided within 5 minutes on practice. The bot says nothing more until somebody "
            "switches it on again.");
}

TEST(Decider, ATimedRuleRunsOnceAtItsTime) {
  World world(R"(
  - rule: evening
    mode: auto
    when: {every: day at 19:00}
    then:
      - post: "See you tomorrow!"
      - tell_facilitators: all
)");
  world.pass(59min);
  EXPECT_TRUE(world.said().empty());
  world.pass(2min);
  EXPECT_EQ(world.said(), Texts{"See you tomorrow!"});
  EXPECT_EQ(world.cards().size(), 1u);
  world.pass(5h);
  EXPECT_EQ(world.said().size(), 1u);
  world.pass(20h);
  EXPECT_EQ(world.said().size(), 2u);
}

TEST(Decider, AStolenFacilitatorHandleLosesTheRoleAndIsReported) {
  World world(greeting);
  world.say("1", "dana", "Good morning #flock");
  EXPECT_TRUE(world.cards().empty());
  auto thief = world.post("2", "dana", "Good evening #flock");
  thief.author.id = "somebody-else";
  world.hear(fakes::ScriptedNetwork::created(thief));
  ASSERT_EQ(world.cards().size(), 1u);
  EXPECT_EQ(
      world.cards()[0].text,
      "A facilitator's handle on practice now belongs to another account. That account does not count as "
      "a facilitator's.");
  EXPECT_EQ(world.flock.role_of("week", thief.author, NetworkKind::practice), domain::Role::learner);
}

}  // namespace
