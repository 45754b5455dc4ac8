// A facilitator answers by hand, without the hashtag: the draft closes itself.
#include "app/draft_threads.hpp"

#include "tests/app/world.hpp"

namespace {

using namespace std::chrono_literals;

class DraftThreads : public testing::Test {
 protected:
  DraftThreads() { world.say("1", "ana", "Where are the slides? #flock"); }

  void pass(base::Duration time) {
    world.clock.advance(time);
    threads.look();
  }
  domain::Post answer_of(const std::string& who) {
    return world.post("2", who, "They are on the page, Ana.", "1");
  }
  std::size_t reads() const { return world.network.threads_read().size(); }

  app_test::World world{R"(
  - rule: careful
    mode: draft
    when: {says: slides}
    then:
      - reply: "They are on the page."
)"};
  app::DraftThreads threads{world.decider, world.ports(), world.flock, [this](const app::Errand& errand) {
                              world.change([&](domain::Tables& tables) {
                                app::Aftermath aftermath;
                                errand(tables, world.clock.now(), aftermath);
                              });
                              return true;
                            }};
};

TEST_F(DraftThreads, a_facilitators_answer_that_nobody_told_of_closes_the_draft) {
  ASSERT_EQ(world.drafts().size(), 1U);
  world.network.set_thread("1", {world.stored("1")->post, answer_of("ben")});
  pass(1min);
  EXPECT_EQ(world.network.threads_read(), std::vector<std::string>{"1"});
  EXPECT_EQ(world.drafts().size(), 1U) << "a peer's answer leaves it open";
  auto answer = answer_of("dana");
  answer.id = "3";
  world.network.set_thread("1", {world.stored("1")->post, answer});
  pass(59s);
  EXPECT_EQ(world.drafts().size(), 1U);
  pass(15s);
  EXPECT_TRUE(world.drafts().empty());
  pass(24h);
  EXPECT_EQ(reads(), 2U) << "nothing is asked about a draft that is closed";
}

TEST_F(DraftThreads, are_read_less_and_less_often) {
  for (int minute = 1; minute <= 64; ++minute) pass(1min);
  EXPECT_EQ(reads(), 7U) << "after 1, 2, 4, 8, 16, 32 and 64 minutes";
}

TEST_F(DraftThreads, that_cannot_be_read_are_read_later) {
  world.network.set_thread("1", {world.stored("1")->post, answer_of("dana")});
  world.network.fail_threads(true);
  pass(1min);
  EXPECT_EQ(world.drafts().size(), 1U);
  world.network.fail_threads(false);
  pass(1min);
  EXPECT_TRUE(world.drafts().empty());
}

TEST_F(DraftThreads, a_pile_of_them_is_read_a_few_at_a_time) {
  for (const char* id : {"4", "5", "6", "7"}) world.say(id, "ben", "And the slides of last week? #flock");
  pass(1min);
  EXPECT_EQ(reads(), 3U);
  threads.look();
  EXPECT_EQ(reads(), 3U);
  pass(15s);
  EXPECT_EQ(reads(), 5U);
  pass(15s);
  EXPECT_EQ(reads(), 5U);
}

TEST_F(DraftThreads, of_a_network_that_is_away_are_left_alone) {
  world.network.set_away(world.clock.now());
  pass(1min);
  EXPECT_EQ(reads(), 0U);
  world.network.set_away(std::nullopt);
  pass(15s);
  EXPECT_EQ(reads(), 1U);
}

// Else each restart would read them all, which takes requests and costs money.
TEST_F(DraftThreads, of_old_drafts_wait_their_turn_after_a_restart) {
  world.clock.advance(70min);
  app::DraftThreads again(world.decider, world.ports(), world.flock, [](const app::Errand&) { return true; });
  again.look();
  world.clock.advance(57min);
  again.look();
  EXPECT_EQ(reads(), 0U);
  world.clock.advance(1min);
  again.look();
  EXPECT_EQ(reads(), 1U) << "128 minutes old";
}

}  // namespace
