#include "app/service.hpp"

#include "app/vitals.hpp"
#include "tests/app/service_world.hpp"

namespace {

using app_test::ServiceTest;
using domain::NetworkKind;
using fakes::ScriptedNetwork;
using namespace std::chrono_literals;

TEST_F(ServiceTest, APostHeardBecomesAReply) {
  start();
  const auto seen = changes_.count();
  say("1", "hello");
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_TRUE(soon([&] { return changes_.count() > seen; }));
}

TEST_F(ServiceTest, ItsVitalsAreCounted) {
  start();
  say("1", "hello #flock");
  say("2", "Where are the slides? #flock");
  say("3", "why? #flock");
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_TRUE(soon([&] { return service_.vitals().networks.at(0).decided == 3; }));
  EXPECT_TRUE(soon([&] { return service_.vitals().cohorts.at(0).outbox.empty(); }));
  const app::Vitals vitals = service_.vitals();
  ASSERT_EQ(vitals.networks.size(), 1U);
  EXPECT_EQ(vitals.networks[0].heard, 3U);
  EXPECT_EQ(vitals.networks[0].said.at(domain::ActionKind::reply), 1U);
  EXPECT_FALSE(vitals.networks[0].away_since);
  ASSERT_EQ(vitals.cohorts.size(), 1U);
  EXPECT_EQ(vitals.cohorts[0].cohort, "week");
  EXPECT_EQ(vitals.cohorts[0].open_drafts, 1U);
  EXPECT_EQ(vitals.cohorts[0].open_questions, 1U);
  EXPECT_EQ(vitals.cohorts[0].open_cards, 1U);
  EXPECT_EQ(vitals.cohorts[0].bad_files, 0U);
  EXPECT_TRUE(vitals.state_readable);
  EXPECT_TRUE(soon([&] { return service_.vitals().queue == 0; }));  // the scheduler uses it, too
  EXPECT_EQ(app::health_of(vitals).line, "well");
}

TEST_F(ServiceTest, MoneyThatIsSpentIsShownAndTold) {
  start();
  EXPECT_TRUE(service_.status().money.empty());
  network_.set_bill({"X", "2026-03", 1'000'000, 1'000'000, 1'000'000, "2026-11-22"});
  ASSERT_EQ(service_.status().money.size(), 1U);
  EXPECT_EQ(service_.status().money[0].bill.spent, 1'000'000);
  EXPECT_TRUE(soon([&] { return cohort().open_cards == 1; }));
  service_.stop();
  EXPECT_EQ(alerts_.told.size(), 1U);
}

TEST_F(ServiceTest, GoesOnListeningBehindTheLastPostDecided) {
  start();
  say("41", "hello");
  ASSERT_TRUE(network_.wait_for_posted(1));
  service_.stop();
  EXPECT_FALSE(network_.listening());
  app::Service next({store_, {{NetworkKind::practice, &network_}}, clock_, alerts_, app_test::quiet_log()},
                    flock_, reload_, changes_, [] { return 0.0; });
  ASSERT_TRUE(next.start().ok());
  EXPECT_EQ(network_.cursors(), (std::vector<std::string>{"", "41"}));
}

TEST_F(ServiceTest, StopsWithinFiveSecondsAndDecidesWhatItHeard) {
  start();
  for (int i = 0; i < 300; ++i) say(std::to_string(i), "nothing in particular");
  const auto began = std::chrono::steady_clock::now();
  service_.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
  EXPECT_EQ(cohort().posts, 300);
}

TEST_F(ServiceTest, ANetworkThatCannotBeListenedToKeepsItFromStarting) {
  network_.fail_listening(true);
  const auto started = service_.start();
  ASSERT_FALSE(started.ok());
  EXPECT_EQ(started.error().message, "The scripted network cannot be reached.");
}

TEST_F(ServiceTest, AFullDiskHoldsPostsUpAndLosesNone) {
  start();
  store_.failing_writes = 2;
  say("1", "hello");
  EXPECT_TRUE(network_.wait_for_posted(1));
}

TEST_F(ServiceTest, AMovedClockIsNoticed) {
  flock_.set("week", {app_test::compile(std::string(app_test::course_yaml) + R"(rules:
  - rule: late
    mode: auto
    when: {says: hello}
    wait: 3 hours
    then:
      - reply: "Still here?"
)",
                                        clock_.now()),
                      {},
                      {},
                      clock_.now()});
  start();
  say("1", "hello");
  ASSERT_TRUE(soon([&] { return cohort().posts == 1; }));
  EXPECT_FALSE(network_.wait_for_posted(1, 300ms));
  clock_.advance(3h);
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_EQ(network_.threads_read(), std::vector<std::string>{"1"})
      << "the thread is read before it is asked again";
}

TEST_F(ServiceTest, StopsWhileTheStoreFailsAndTheListenerWaitsForRoom) {
  start();
  store_.failing_writes = 1'000'000;
  std::thread listener([this] {
    for (int i = 0; i < 3000; ++i) {
      if (!network_.deliver(ScriptedNetwork::created(post(std::to_string(i), "nothing"), std::to_string(i))))
        return;
    }
  });
  std::this_thread::sleep_for(100ms);
  const auto began = std::chrono::steady_clock::now();
  service_.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
  listener.join();
  store_.failing_writes = 0;
  EXPECT_EQ(cohort().posts, 0);
}

TEST_F(ServiceTest, AnAlertThatFailsDoesNotStopTheBot) {
  alerts_.refuses = true;
  start();
  say("1", "why hello");
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_EQ(cohort().open_cards, 1u);
}

}  // namespace
