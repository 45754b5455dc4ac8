// A network that has something against the account refuses everything: the bot notices, falls silent there,
// and people are told.
#include "app/listen_only.hpp"

#include "tests/app/world.hpp"

namespace {

using app_test::World;
using domain::NetworkKind;
using fakes::Outcome;
using namespace std::chrono_literals;

const char* const echo = R"(
  - rule: echo
    mode: auto
    when: {says: hello}
    then:
      - reply: ["One", "Two", "Three", "Four", "Five"]
)";

const char* const sentence =
    "practice refused 3 replies in a row, the last one with: The scripted network said no. The bot only "
    "listens "
    "there now; what it would say becomes a draft until somebody switches speech on again.";

std::string reason(World& world) {
  return world.look(
      [](domain::Tables& tables) { return app::listen_only_reason(tables, NetworkKind::practice); });
}

void say(World& world, int number) {
  world.say(std::to_string(number), "ana" + std::to_string(number), "hello #flock");
  world.deliver();
}

TEST(ListenOnly, after_three_refusals_in_a_row_drafts_go_on_and_people_are_told) {
  World world(echo);
  world.network.otherwise(Outcome::refused);
  say(world, 1);
  say(world, 2);
  EXPECT_EQ(reason(world), "");
  say(world, 3);
  EXPECT_EQ(reason(world), sentence);
  ASSERT_EQ(world.alerts.told.size(), 1u);
  EXPECT_EQ(world.alerts.told[0].text, sentence);
  EXPECT_EQ(world.alerts.told[0].to, "all");
  const auto cards = world.cards();
  EXPECT_EQ(std::count_if(cards.begin(), cards.end(), [](const auto& card) { return card.text == sentence; }),
            1);

  world.network.otherwise(Outcome::posted);
  say(world, 4);
  EXPECT_EQ(world.network.attempts().size(), 3u) << "nothing is tried";
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].post_id, "4");
  EXPECT_EQ(world.drafts()[0].reason, sentence);
  EXPECT_EQ(world.alerts.told.size(), 1u) << "told once";
}

TEST(ListenOnly, a_person_lets_it_speak_again) {
  World world(echo);
  world.network.otherwise(Outcome::refused);
  for (int number = 1; number <= 3; ++number) say(world, number);
  world.network.otherwise(Outcome::posted);
  world.change([](domain::Tables& tables) { app::let_speak_again(tables, NetworkKind::practice); });
  say(world, 4);
  EXPECT_EQ(world.said().size(), 1u);
  EXPECT_EQ(reason(world), "");
}

TEST(ListenOnly, refusals_that_are_not_in_a_row_or_hours_apart_are_about_the_posts) {
  World world(echo);
  world.network.next_publish({Outcome::refused, Outcome::refused, Outcome::posted, Outcome::refused});
  for (int number = 1; number <= 4; ++number) say(world, number);
  EXPECT_EQ(reason(world), "");
  world.network.otherwise(Outcome::refused);
  say(world, 5);
  world.pass(1h);
  say(world, 6);
  EXPECT_EQ(reason(world), "");
}

}  // namespace
