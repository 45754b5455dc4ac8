#include "networks/silent.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Utterance;

TEST(SilentNetworkTest, says_nothing_and_remembers_it) {
  networks::SilentNetwork network(domain::NetworkKind::x, "flockmate");
  EXPECT_EQ(network.kind(), domain::NetworkKind::x);
  EXPECT_EQ(network.self().handle, "flockmate");
  EXPECT_TRUE(network.self().bot);
  EXPECT_TRUE(network.listen("", [](const domain::PostEvent&) { return true; }));
  const auto published = network.publish(
      {.key = "k1", .kind = Utterance::Kind::reply, .text = "Hello", .language = "en", .to = {}});
  EXPECT_EQ(published->id, "silent/k1");
  ASSERT_EQ(network.take_said().size(), 1U);
  EXPECT_TRUE(network.take_said().empty());
  network.stop_listening();
}

TEST(SilentNetworkTest, knows_nothing_of_the_world) {
  networks::SilentNetwork network(domain::NetworkKind::practice, "flockmate");
  domain::Post post;
  post.id = "p1";
  EXPECT_EQ(network.read_thread(post)->size(), 1U);
  EXPECT_FALSE(*network.look_up({}));
  EXPECT_TRUE(network.withdraw("p1"));
}

}  // namespace
