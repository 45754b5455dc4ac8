// How the service is: what /health says in one line, and what is counted while it runs.
#include "app/vitals.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "app/pulse.hpp"
#include "domain/action.hpp"

namespace {

using app::Health;
using app::Pulse;
using app::Vitals;
using domain::ActionKind;
using domain::NetworkKind;
using namespace std::chrono_literals;

const base::Instant ten = *base::parse_rfc3339("2026-03-03T10:00:00Z");

Vitals with_network_away(base::Duration away) {
  Vitals vitals;
  vitals.networks.emplace_back();
  vitals.networks.back().network = NetworkKind::mastodon;
  vitals.networks.back().away_since = ten;
  vitals.networks.back().away = away;
  return vitals;
}

// A cap that ops have set is reached: monitoring that wakes them for it, up to a month long, would be
// switched off.
TEST(Health, IsWellWhileTheMonthsMoneyIsSpentAndSaysSo) {
  Vitals vitals = with_network_away(16min);
  vitals.networks[0].bill = domain::Bill{"X", "2026-03", 25'000'000, 25'000'000, 25'000'000, "2026-03-01"};
  vitals.networks[0].silence = "mastodon: nothing was heard";
  const Health spent = app::health_of(vitals);
  EXPECT_TRUE(spent.well);
  EXPECT_EQ(spent.line, "well; mastodon is neither read nor answered until next month: its $25.00 are spent");
  vitals.state_readable = false;
  const Health ill = app::health_of(vitals);
  EXPECT_FALSE(ill.well);
  EXPECT_EQ(
      ill.line,
      "the state cannot be read; mastodon is neither read nor answered until next month: its $25.00 are "
      "spent");
  vitals.state_readable = true;
  vitals.networks[0].bill->cap = 26'000'000;  // some is left: being away is an accident
  EXPECT_FALSE(app::health_of(vitals).well);
}

TEST(Health, IsOneLine) {
  Vitals no_state;
  no_state.state_readable = false;
  Vitals undecided;
  undecided.undecided = 3min;
  Vitals sending;
  sending.sending = 11min;
  Vitals silent;
  silent.speech_stopped = true;
  Vitals quiet;
  quiet.networks.emplace_back();
  quiet.networks.back().silence = "mastodon: nothing was heard";
  EXPECT_EQ(app::health_of(quiet).line, "mastodon: nothing was heard");
  EXPECT_FALSE(app::health_of(quiet).well);
  Vitals much = with_network_away(16min);
  much.state_readable = false;
  much.speech_stopped = true;
  struct Case {
    Vitals vitals;
    bool well;
    std::string line;
  };
  for (const Case& one : {
           Case{Vitals{}, true, "well"},
           Case{no_state, false, "the state cannot be read"},
           Case{undecided, false, "what was heard has not been decided for 3 minutes"},
           Case{sending, false, "a delivery has been stuck for 11 minutes"},
           Case{silent, true, "well; speech is stopped"},
           Case{with_network_away(1min), true,
                "well; mastodon is not heard, trying since 2026-03-03T10:00:00Z"},
           Case{with_network_away(16min), false, "mastodon is not heard, trying since 2026-03-03T10:00:00Z"},
           Case{much, false,
                "the state cannot be read; mastodon is not heard, trying since 2026-03-03T10:00:00Z; speech "
                "is stopped"},
       }) {
    const Health health = app::health_of(one.vitals);
    EXPECT_EQ(health.well, one.well) << one.line;
    EXPECT_EQ(health.line, one.line);
  }
}

TEST(Pulse, CountsByNetwork) {
  Pulse pulse;
  pulse.heard(NetworkKind::bluesky);
  pulse.heard(NetworkKind::bluesky);
  pulse.committed({{NetworkKind::bluesky, 1}, {NetworkKind::x, 2}}, 0);
  pulse.said(NetworkKind::bluesky, ActionKind::reply);
  pulse.said(NetworkKind::bluesky, ActionKind::label);  // nothing that a network hears
  const auto bluesky = pulse.of(NetworkKind::bluesky);
  EXPECT_EQ(bluesky.heard, 2U);
  EXPECT_EQ(bluesky.decided, 1U);
  EXPECT_EQ(bluesky.said.at(ActionKind::reply), 1U);
  EXPECT_EQ(bluesky.said.at(ActionKind::post), 0U);
  EXPECT_EQ(pulse.of(NetworkKind::x).decided, 2U);
  EXPECT_EQ(pulse.of(NetworkKind::mastodon).heard, 0U);
}

TEST(Pulse, KnowsForHowLongNothingMoves) {
  Pulse pulse;
  EXPECT_EQ(pulse.undecided(), 0ms);
  EXPECT_EQ(pulse.being_sent(), 0ms);
  pulse.heard(NetworkKind::practice);
  pulse.sending();
  std::this_thread::sleep_for(20ms);
  pulse.heard(NetworkKind::practice);
  EXPECT_GE(pulse.undecided(), 20ms) << "since the first that waits";
  EXPECT_GE(pulse.being_sent(), 20ms);
  EXPECT_LT(pulse.of(NetworkKind::practice).since_last_heard, 20ms);
  EXPECT_GE(pulse.of(NetworkKind::x).since_last_heard, 20ms) << "since the start";
  pulse.committed({}, 1);
  EXPECT_LT(pulse.undecided(), 20ms) << "it goes on";
  pulse.committed({}, 0);
  pulse.sent();
  EXPECT_EQ(pulse.undecided(), 0ms);
  EXPECT_EQ(pulse.being_sent(), 0ms);
}

}  // namespace
