// Clocks of real machines do go backwards: a bad time server, a battery, somebody's hand. Nothing is said
// twice for it, nothing is lost, and what had its time keeps it.
#include <gtest/gtest.h>

#include "tests/app/world.hpp"

namespace {

using app_test::World;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

const char* const rules_text = R"(
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: "Welcome!"
    limit: once per learner
  - rule: patient
    mode: auto
    when: {says: slides}
    wait: 1 hour
    then:
      - reply: "On the page."
  - rule: evening
    mode: auto
    when: {every: day at 19:00}
    then:
      - post: "See you tomorrow!"
)";

TEST(ClockBack, WhatWasSaidIsNotSaidAgain) {
  World world(rules_text);
  world.say("1", "ana", "hello #flock");
  world.pass(2h);  // past 19:00
  EXPECT_EQ(world.said(), (Texts{"Welcome!", "See you tomorrow!"}));
  world.pass(-90min);
  world.say("1", "ana", "hello #flock");
  world.say("2", "ana", "hello again #flock");
  world.pass(90min);  // 19:00 comes a second time
  EXPECT_EQ(world.said().size(), 2u);
  world.pass(24h);
  EXPECT_EQ(world.said().size(), 3u) << "the next evening is its own";
}

TEST(ClockBack, AWaitEndsWhenItsHourComes) {
  World world(rules_text);
  world.say("1", "ana", "where are the slides #flock");
  world.pass(-30min);
  EXPECT_TRUE(world.said().empty());
  world.pass(91min);
  EXPECT_EQ(world.said(), (Texts{"See you tomorrow!", "On the page."}));
}

TEST(ClockBack, APostFromWhatIsNowTheFutureIsAnswered) {
  World world(rules_text);
  auto post = world.post("1", "ana", "hello #flock");
  world.pass(-30min);
  world.hear({domain::PostEvent::Kind::created, post, "1"});
  world.deliver();
  EXPECT_EQ(world.said(), Texts{"Welcome!"});
}

}  // namespace
