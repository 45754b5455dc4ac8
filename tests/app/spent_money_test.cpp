#include "app/spent_money.hpp"

#include "tests/app/world.hpp"

namespace {

using app_test::World;

const char* const greet = "  - rule: greet\n    when: {says: hello}\n    then:\n      - reply: Hi\n";

class SpentMoney : public testing::Test {
 protected:
  static domain::Bill bill(const std::string& month, std::int64_t spent) {
    return {"X", month, spent, 30'000'000, 25'000'000, "2026-11-22"};
  }
  // What people are told now.
  std::vector<domain::Alert> alerts() {
    app::Aftermath aftermath;
    world.change([&](domain::Tables& tables) {
      const bool news = app::is_money_spent_untold(tables, networks);
      app::tell_spent_money(tables, networks, world.flock, world.clock.now(), aftermath);
      EXPECT_EQ(news, !aftermath.alerts.empty());
      EXPECT_FALSE(app::is_money_spent_untold(tables, networks));
    });
    return aftermath.alerts;
  }

  World world{greet};
  const app::Networks networks{{world.network.kind(), &world.network}};
};

TEST_F(SpentMoney, WhatCostsNothingOrIsWithinTheLimitIsNotTold) {
  EXPECT_TRUE(alerts().empty());
  world.network.set_bill(bill("2026-03", 24'999'999));
  EXPECT_TRUE(alerts().empty());
  EXPECT_TRUE(world.cards().empty());
}

TEST_F(SpentMoney, IsToldAgainWhenARaisedLimitIsSpentToo) {
  auto march = bill("2026-03", 25'000'000);
  world.network.set_bill(march);
  EXPECT_EQ(alerts().size(), 1U);
  march.cap = 30'000'000;
  world.network.set_bill(march);
  EXPECT_TRUE(alerts().empty());
  march.spent = 30'000'000;
  world.network.set_bill(march);
  EXPECT_EQ(alerts().size(), 1U);
  EXPECT_EQ(world.cards().size(), 2U);
}

TEST_F(SpentMoney, IsToldOnceAMonth) {
  world.network.set_bill(bill("2026-03", 25'000'000));
  const auto first = alerts();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].kind, domain::Alert::Kind::breaker);
  EXPECT_EQ(first[0].cohort, "week");
  EXPECT_EQ(first[0].to, "all");
  const std::string words =
      "X: this month's $25.00 are spent. The bot reads and says nothing there until next month, or until "
      "`monthly_dollars` is raised and the service reloaded. Until then please answer there by hand.";
  EXPECT_EQ(first[0].text, words);
  ASSERT_EQ(world.cards().size(), 1U);
  EXPECT_EQ(world.cards()[0].text, words);
  EXPECT_TRUE(alerts().empty());
  world.network.set_bill(bill("2026-04", 0));
  EXPECT_TRUE(alerts().empty());
  world.network.set_bill(bill("2026-04", 25'000'001));
  EXPECT_EQ(alerts().size(), 1U);
  EXPECT_EQ(world.cards().size(), 2U);
}

}  // namespace
