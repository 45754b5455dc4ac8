// What a server's own rules let a bot say, as data of the settings: nobody programs for it.
#include "rules/limits.hpp"
#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using rules::Clearance;

class ServerCaps : public testing::Test {
 protected:
  ServerCaps() {
    auto& policy = room_.source.policies.at(static_cast<std::size_t>(NetworkKind::mastodon));
    policy.per_hour = 2;
    policy.per_day = 5;
  }
  void said(const std::vector<int>& minutes_ago, NetworkKind network = NetworkKind::mastodon) {
    room_.facts.spoken.network = network;
    room_.facts.spoken.on_network.clear();
    for (const int ago : minutes_ago) room_.facts.spoken.on_network.push_back(noon - minutes{ago});
  }
  Clearance clear(bool is_reply = true) {
    return rules::clear_speech(*room_.ruleset(), room_.facts.spoken, false, is_reply, noon, noon);
  }

  Room room_;
};

TEST_F(ServerCaps, WithinThemSpeechGoesOutNow) {
  said({600, 500, 70, 30});
  EXPECT_EQ(clear().kind, Clearance::Kind::now);
}

TEST_F(ServerCaps, WhatIsOverWaitsWhoeverSpoke) {
  said({50, 30});
  for (const bool is_reply : {true, false}) {
    const Clearance held = clear(is_reply);
    EXPECT_EQ(held.kind, Clearance::Kind::hold);
    EXPECT_EQ(held.until, noon + minutes{10});
    EXPECT_EQ(held.reason, "what this network allows the bot in an hour is used up");
  }
  said({800, 790, 780, 770, 760});
  EXPECT_EQ(clear().kind, Clearance::Kind::hold);
  EXPECT_EQ(clear().reason, "what this network allows the bot in a day is used up");
}

TEST_F(ServerCaps, ANetworkWithoutThemHasNone) {
  said({50, 40, 30, 20, 10}, NetworkKind::bluesky);
  EXPECT_EQ(clear().kind, Clearance::Kind::now);
}

TEST_F(ServerCaps, AreCountedWithinOneDecision) {
  room_.post.network = NetworkKind::mastodon;
  room_.facts.addressed = true;
  said({50});
  room_.add(rule("both", {asks_question()}, {reply("One."), own_post("Two.")}));
  const Decision decision = room_.decide();
  ASSERT_EQ(decision.actions.size(), 2U);
  EXPECT_FALSE(decision.actions[0].held_until);
  EXPECT_EQ(decision.actions[1].held_until, noon + minutes{10});
}

TEST_F(ServerCaps, AChangeOfThemIsAnotherRuleset) {
  const auto before = room_.ruleset()->version();
  room_.source.policies.at(static_cast<std::size_t>(NetworkKind::mastodon)).per_day = 6;
  EXPECT_NE(room_.ruleset()->version(), before);
}

}  // namespace
