// Consent belongs to people, not to handles.
#include "app/roster.hpp"

#include "app/flock.hpp"
#include "tests/app/world.hpp"

namespace {

using app_test::World;
using Texts = std::vector<std::string>;

constexpr const char* for_members = R"(
  - rule: greet
    mode: auto
    when: {from: joined}
    then:
      - reply: ["Hello one", "Hello two", "Hello three", "Hello four"]
)";

// The same account under another handle.
void say_as(World& world, const std::string& id, const std::string& who, const std::string& handle) {
  domain::Post post = world.post(id, who, "Something #flock");
  post.author.handle = handle;
  world.hear(fakes::ScriptedNetwork::created(post));
  world.deliver();
}

TEST(Roster, WhoWasSeenUnderItsHandleStaysOnItUnderAnother) {
  World world(for_members, "  joined: roster.txt\n");  // it names @Ana
  say_as(world, "1", "ana", "anabel");
  EXPECT_TRUE(world.said().empty()) << "nobody knows who that is";
  say_as(world, "2", "ana", "ana");
  EXPECT_EQ(world.said().size(), 1U);
  say_as(world, "3", "ana", "anabel");
  EXPECT_EQ(world.said().size(), 2U);
  say_as(world, "4", "ben", "ben");
  EXPECT_EQ(world.said().size(), 2U);
  world.load(for_members);  // the roster is gone, and with it what it said
  say_as(world, "5", "ana", "anabel");
  EXPECT_EQ(world.said().size(), 2U);
}

TEST(Roster, StopAndJoinStayWithThePersonUnderAnotherHandle) {
  World world(for_members, "  joined: roster.txt\n");
  world.say("1", "ben", "@flockmate join");
  world.say("2", "ana", "@flockmate stop");
  world.deliver();
  const auto before = world.said().size();
  say_as(world, "3", "ben", "benny");
  ASSERT_EQ(world.said().size(), before + 1);
  EXPECT_TRUE(world.said().back().starts_with("Hello")) << world.said().back();
  say_as(world, "4", "ana", "ana");
  say_as(world, "5", "ana", "anabel");
  EXPECT_EQ(world.said().size(), before + 1) << "who said stop is not called back by a list";
}

// It is known by a label, which is erased with the person and which no rule sees.
TEST(Roster, WhatItKnowsIsErasedWithThePerson) {
  World world(for_members, "  joined: roster.txt\n");
  say_as(world, "1", "ana", "ana");
  const domain::AccountKey ana{domain::NetworkKind::practice, "id-ana"};
  const auto labels = [&] {
    return world.look([&](domain::Tables& tables) { return tables.people.labels("week", ana); });
  };
  EXPECT_EQ(labels(), Texts{"roster: ana"});
  EXPECT_EQ(app::labels_by_rules(labels()), Texts{});
  world.say("2", "ana", "@flockmate forget me");
  EXPECT_EQ(labels(), Texts{});
}

TEST(Roster, WhatIsKnownStandsAmongTheLabels) {
  const Texts labels{"asked-twice", "roster: ana", "roster-keeper"};
  EXPECT_EQ(app::labels_by_rules(labels), (Texts{"asked-twice", "roster-keeper"}));
  const app::Flock flock;
  domain::Post post;
  post.author.handle = "anabel";
  EXPECT_TRUE(app::is_on_roster(flock, {"Anabel"}, post, {}));
  EXPECT_TRUE(app::is_on_roster(flock, {"ben", "ana"}, post, labels));
  EXPECT_FALSE(app::is_on_roster(flock, {"ben"}, post, labels));
  EXPECT_FALSE(app::is_on_roster(flock, {}, post, labels));
}

// Mastodon names the people of the bot's own server without it.
TEST(Roster, AFullHandleOfTheBotsOwnServerIsAShortOne) {
  app::Flock flock;
  flock.set_home("social.example");
  domain::Post post;
  post.network = domain::NetworkKind::mastodon;
  for (const auto& [listed, seen, is_same] :
       {std::tuple{"ana@Social.example", "ana", true}, std::tuple{"ana", "ana", true},
        std::tuple{"ana@other.example", "ana@other.example", true},
        std::tuple{"ana@other.example", "ana", false}, std::tuple{"ana", "ana@other.example", false}}) {
    post.author.handle = seen;
    EXPECT_EQ(app::is_on_roster(flock, {listed}, post, {}), is_same) << listed << " and " << seen;
  }
  post.network = domain::NetworkKind::bluesky;
  post.author.handle = "ana";
  EXPECT_FALSE(app::is_on_roster(flock, {"ana@social.example"}, post, {}));
}

}  // namespace
