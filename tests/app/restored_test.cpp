// What is decided again after a backup was put back may have been said in the time that the backup does not
// know: the network is asked before it is said.
#include "tests/app/world.hpp"

namespace {

using app_test::World;
using domain::Tables;
using Texts = std::vector<std::string>;
using namespace std::chrono_literals;

const char* const echo = R"(
  - rule: echo
    mode: auto
    when: {says: hello}
    then:
      - reply: "Good day"
)";

// The store as a backup has it: without what came after it was made.
class Restored : public testing::Test {
 protected:
  Restored() { world.clock.advance(1h); }
  void restore_now() {
    world.change([&](Tables& tables) {
      tables.settings.set(domain::restored_setting, base::to_rfc3339(world.clock.now()));
    });
  }
  // What the bot said before under the same key, as the network remembers it.
  void said_before(const std::string& post) {
    World before(echo);
    before.clock.set(world.clock.now());
    before.hear(fakes::ScriptedNetwork::created(world.post(post, "ana", "hello #flock")));
    before.deliver();
    ASSERT_EQ(before.network.attempts().size(), 1U);
    ASSERT_TRUE(world.network.publish(before.network.attempts().at(0)));
  }

  World world{echo};
};

TEST_F(Restored, what_was_said_before_is_not_said_again) {
  const auto heard = fakes::ScriptedNetwork::created(world.post("1", "ana", "hello #flock"));
  said_before("1");
  world.clock.advance(1min);
  restore_now();
  world.hear(heard);
  world.deliver();
  EXPECT_EQ(world.network.looked_up().size(), 1U);
  EXPECT_EQ(world.said(), (Texts{"Good day"})) << "once";
  EXPECT_TRUE(world.outbox().empty()) << "nothing is left to be said";
}

TEST_F(Restored, what_was_not_said_is_said_at_once) {
  const auto heard = fakes::ScriptedNetwork::created(world.post("1", "ana", "hello #flock"));
  world.clock.advance(1min);
  restore_now();
  world.hear(heard);
  world.deliver();
  EXPECT_EQ(world.network.looked_up().size(), 1U);
  EXPECT_EQ(world.said(), (Texts{"Good day"}));
}

TEST_F(Restored, later_posts_need_no_look) {
  restore_now();
  world.clock.advance(1min);
  world.say("2", "ben", "hello #flock");
  world.deliver();
  EXPECT_TRUE(world.network.looked_up().empty());
  EXPECT_EQ(world.said(), (Texts{"Good day"}));
}

}  // namespace
