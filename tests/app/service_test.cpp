#include "app/service.hpp"

#include <thread>

#include "app/vitals.hpp"
#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"

namespace {

using app_test::AlertBook;
using app_test::MoodyStore;
using domain::NetworkKind;
using fakes::ScriptedNetwork;
using namespace std::chrono_literals;

const char* const rules_text = R"(rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: ["One", "Two", "Three"]
  - rule: careful
    mode: draft
    when: {says: slides}
    then:
      - reply: "They are on the page."
    limit: once per learner
  - rule: keep
    mode: auto
    when: {says: why}
    then:
      - save_question: yes
      - tell_facilitators: all
)";

class ServiceTest : public testing::Test {
 protected:
  ServiceTest()
      : reload_({}, {}, clock_, flock_),
        service_({store_, {{NetworkKind::practice, &network_}}, clock_, alerts_, app_test::quiet_log()},
                 flock_, reload_, changes_, [] { return 0.0; }) {
    const auto ruleset = app_test::compile(std::string(app_test::course_yaml) + rules_text, clock_.now());
    flock_.set("week", {ruleset, {}, {}, clock_.now()});
  }
  ~ServiceTest() override { service_.stop(); }

  void start() { ASSERT_TRUE(service_.start().ok()); }

  domain::Post post(const std::string& id, const std::string& text) {
    domain::Post post;
    post.id = id;
    post.thread = id;
    post.author = {.id = "id-ana", .handle = "ana", .name = "Ana"};
    post.text = text;
    post.tags = {"flock"};
    post.created_at = clock_.now();
    return post;
  }
  void say(const std::string& id, const std::string& text) {
    ASSERT_TRUE(network_.deliver(ScriptedNetwork::created(post(id, text), id)));
  }
  // Waits for something that other threads bring about.
  bool soon(const std::function<bool()>& happened) {
    for (int i = 0; i < 3000; ++i) {
      if (happened()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  app::StatusReport::OfCohort cohort() { return service_.status().cohorts.at(0); }
  std::string first_draft() {
    std::string key;
    EXPECT_TRUE(store_
                    .read([&](domain::Tables& tables) -> base::Status {
                      const auto drafts = tables.drafts.open("week");
                      if (!drafts.empty()) key = drafts.front().key;
                      return {};
                    })
                    .ok());
    return key;
  }

  MoodyStore store_;
  ScriptedNetwork network_;
  fakes::FixedClock clock_;
  AlertBook alerts_;
  app::Flock flock_;
  app::Changes changes_;
  app::Reload reload_;
  app::Service service_;
};

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
  EXPECT_EQ(vitals.queue, 0U);
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

TEST_F(ServiceTest, ADraftIsSentAsTheBotWithTheFacilitatorsWords) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(service_.send_draft(first_draft(), "Look at the page, Ana.").ok());
  ASSERT_TRUE(network_.wait_for_posted(1));
  EXPECT_EQ(network_.posted()[0].utterance.text, "Look at the page, Ana.");
  EXPECT_EQ(network_.posted()[0].utterance.to->id, "1");
  EXPECT_EQ(cohort().open_drafts, 0u);
  const auto again = service_.send_draft("week/practice/1/careful/0", "");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().message,
            "This draft is no longer there: somebody was faster. Load the page again.");
}

TEST_F(ServiceTest, ADismissedDraftGivesItsLimitBack) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(service_.dismiss_draft(first_draft()).ok());
  EXPECT_EQ(cohort().open_drafts, 0u);
  say("2", "slides");
  EXPECT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  EXPECT_FALSE(service_.dismiss_draft("no such key").ok());
}

TEST_F(ServiceTest, CardsAndQuestionsAreClosedAtTheDesk) {
  start();
  say("1", "why");
  ASSERT_TRUE(soon([&] { return cohort().open_cards == 1; }));
  EXPECT_EQ(cohort().open_questions, 1u);
  EXPECT_TRUE(service_.close_card("week/practice/1/keep/1").ok());
  EXPECT_TRUE(service_.close_question({NetworkKind::practice, "1"}).ok());
  EXPECT_EQ(cohort().open_cards, 0u);
  EXPECT_EQ(cohort().open_questions, 0u);
}

TEST_F(ServiceTest, SpeechThatTheBreakerStoppedIsSwitchedOnAtTheDesk) {
  start();
  ASSERT_TRUE(store_
                  .write([](domain::Tables& tables) -> base::Status {
                    tables.settings.set("breaker/practice", "Too many.");
                    return {};
                  })
                  .ok());
  say("1", "hello slides");
  ASSERT_TRUE(soon([&] { return cohort().outbox == 1; }));
  EXPECT_FALSE(network_.wait_for_posted(1, 300ms));
  EXPECT_TRUE(service_.status().speech_stopped);
  EXPECT_EQ(service_.status().stopped_reason, "Too many.");
  ASSERT_TRUE(service_.switch_speech_on().ok());
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_FALSE(service_.status().speech_stopped);
}

TEST_F(ServiceTest, NoDraftIsSentWhileSpeechIsStopped) {
  start();
  say("1", "slides");
  ASSERT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  ASSERT_TRUE(store_
                  .write([](domain::Tables& tables) -> base::Status {
                    tables.settings.set("breaker/practice", "Too many.");
                    return {};
                  })
                  .ok());
  const auto sent = service_.send_draft(first_draft(), "");
  ASSERT_FALSE(sent.ok());
  EXPECT_EQ(sent.error().message, "Speech is stopped: Too many. Switch it on, then send the draft.");
}

TEST_F(ServiceTest, AnotherNetworksPolicyTurnsRepliesIntoDrafts) {
  start();
  EXPECT_EQ(service_.policy(), "practice");
  ASSERT_TRUE(service_.use_policy("x").ok());
  EXPECT_EQ(service_.policy(), "x");
  say("1", "hello");
  EXPECT_TRUE(soon([&] { return cohort().open_drafts == 1; }));
  const auto unknown = service_.use_policy("orkut");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().message,
            "There is no network called orkut. There are: practice, mastodon, bluesky, x.");
}

TEST_F(ServiceTest, ThePolicyInUseOutlivesARestart) {
  start();
  ASSERT_TRUE(service_.use_policy("x").ok());
  service_.stop();
  const auto ruleset = app_test::compile(std::string(app_test::course_yaml) + rules_text, clock_.now());
  flock_.set("week", {ruleset, {}, {}, clock_.now()});
  app::Service next({store_, {{NetworkKind::practice, &network_}}, clock_, alerts_, app_test::quiet_log()},
                    flock_, reload_, changes_, [] { return 0.0; });
  ASSERT_TRUE(next.start().ok());
  EXPECT_EQ(next.policy(), "x");
  EXPECT_FALSE(flock_.snapshot("week")->ruleset->policy(NetworkKind::practice).hashtag_is_consent);
  ASSERT_TRUE(next.use_policy("practice").ok());
  EXPECT_TRUE(flock_.snapshot("week")->ruleset->policy(NetworkKind::practice).hashtag_is_consent);
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

TEST_F(ServiceTest, ExplainsEveryRuleForAPost) {
  start();
  say("1", "hello");
  ASSERT_TRUE(network_.wait_for_posted(1));
  const auto explained = service_.explain({NetworkKind::practice, "1"});
  ASSERT_TRUE(explained.ok()) << explained.error().message;
  EXPECT_EQ(explained->trace.lines.size(), 3u);
  EXPECT_FALSE(service_.explain({NetworkKind::practice, "unknown"}).ok());
}

TEST_F(ServiceTest, ForgetsAPersonAndTakesRepliesBack) {
  start();
  say("1", "hello");
  ASSERT_TRUE(network_.wait_for_posted(1));
  ASSERT_TRUE(soon([&] { return cohort().outbox == 0; }));
  ASSERT_TRUE(service_.forget({NetworkKind::practice, "id-ana"}).ok());
  EXPECT_TRUE(soon([&] { return network_.withdrawn() == std::vector<std::string>{"said-1"}; }));
  EXPECT_EQ(store_.compacted, 1);
  EXPECT_FALSE(service_.explain({NetworkKind::practice, "1"}).ok());
}

TEST_F(ServiceTest, AnAlertThatFailsDoesNotStopTheBot) {
  alerts_.refuses = true;
  start();
  say("1", "why hello");
  EXPECT_TRUE(network_.wait_for_posted(1));
  EXPECT_EQ(cohort().open_cards, 1u);
}

}  // namespace
