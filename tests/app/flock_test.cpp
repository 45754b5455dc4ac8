#include "app/flock.hpp"

#include <thread>

#include "app/bounded_queue.hpp"
#include "app/changes.hpp"
#include "app/conversation.hpp"
#include "app/pipeline.hpp"
#include "app/retention.hpp"
#include "app/worker.hpp"
#include "rules/rule.hpp"
#include "tests/app/world.hpp"

namespace {

using domain::NetworkKind;
using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

app::Snapshot snapshot_of(const std::string& yaml, base::Instant now = {}) {
  return {app_test::compile(yaml, now), {}, {}, now};
}
domain::Post tagged(const std::string& tag) {
  domain::Post post;
  post.tags = {tag};
  return post;
}

TEST(Flock, APostBelongsToTheCohortListedFirst) {
  app::Flock flock;
  flock.set("b", snapshot_of("course:\n  name: B\n  hashtags: [\"#Été\", \"#shared\"]\n"));
  flock.set("a", snapshot_of("course:\n  name: A\n  hashtags: [\"#shared\"]\n"));
  EXPECT_EQ(flock.cohorts(), (Ids{"b", "a"}));
  EXPECT_EQ(flock.cohort_of(tagged("SHARED")), "b");
  EXPECT_EQ(flock.cohort_of(tagged("ete")), "b") << "spelling variants fold together";
  EXPECT_EQ(flock.cohort_of(tagged("other")), "");
  EXPECT_EQ(flock.cohort_of({}), "");
  EXPECT_EQ(flock.snapshot("c"), nullptr);
}

TEST(Flock, ASwapKeepsTheListingOrder) {
  app::Flock flock;
  flock.set("a", snapshot_of("course:\n  name: A\n  hashtags: [\"#one\"]\n"));
  flock.set("b", snapshot_of("course:\n  name: B\n  hashtags: [\"#two\"]\n"));
  flock.set("a", snapshot_of("course:\n  name: A\n  hashtags: [\"#two\"]\n"));
  EXPECT_EQ(flock.cohort_of(tagged("two")), "a");
  EXPECT_EQ(flock.cohort_of(tagged("one")), "");
}

// On the bot's own server Mastodon calls "dana" whom the course may name in full.
TEST(Flock, AFullHandleOfTheBotsOwnServerIsAShortOne) {
  const std::string course =
      "course:\n  name: A\n  hashtags: [\"#one\"]\n  facilitators:\n"
      "    - {name: Dana, mastodon: \"@Dana@Social.example\"}\n"
      "    - {name: Lou, mastodon: \"@lou@other.example\"}\n"
      "    - {name: Kim, mastodon: \"@kim\"}\n";
  app::Flock abroad;
  abroad.set("a", snapshot_of(course));
  EXPECT_FALSE(abroad.is_facilitator_handle("a", "dana", NetworkKind::mastodon));
  app::Flock flock;
  flock.set_home("social.example");
  flock.set("a", snapshot_of(course));
  const auto is_one = [&](const char* handle) {
    return flock.is_facilitator_handle("a", handle, NetworkKind::mastodon);
  };
  EXPECT_TRUE(is_one("dana"));
  EXPECT_TRUE(is_one("lou@other.example"));
  EXPECT_TRUE(is_one("kim"));
  EXPECT_FALSE(is_one("lou"));
  EXPECT_FALSE(is_one("dana@other.example"));
  EXPECT_FALSE(is_one("kim@other.example"));
  flock.resolve(NetworkKind::mastodon, "dana", "7");
  EXPECT_EQ(flock.role_of("a", {.id = "7", .handle = "dana", .name = ""}, NetworkKind::mastodon),
            domain::Role::facilitator);
  EXPECT_EQ(flock.role_of("a", {.id = "8", .handle = "dana", .name = ""}, NetworkKind::mastodon),
            domain::Role::learner);
}

TEST(Flock, AFacilitatorIsAHandleOnTheirNetwork) {
  app::Flock flock;
  flock.set("week", snapshot_of(app_test::course_yaml));
  const domain::Author dana{.id = "1", .handle = "DANA", .name = "Dana"};
  EXPECT_EQ(flock.role_of("week", dana, NetworkKind::practice), domain::Role::facilitator);
  EXPECT_EQ(flock.role_of("week", dana, NetworkKind::mastodon), domain::Role::learner);
  EXPECT_EQ(flock.role_of("other", dana, NetworkKind::practice), domain::Role::learner);
  flock.resolve(NetworkKind::practice, "dana", "2");
  EXPECT_EQ(flock.role_of("week", dana, NetworkKind::practice), domain::Role::learner);
  const domain::Author bot{.id = "3", .handle = "dana", .name = "", .bot = true};
  EXPECT_EQ(flock.role_of("week", bot, NetworkKind::practice), domain::Role::bot);
}

TEST(Changes, AWaiterIsWokenByAChangeAndByClosing) {
  app::Changes changes;
  EXPECT_EQ(changes.wait(0, 1ms), 0u);
  std::thread other([&] { changes.notify(); });
  EXPECT_EQ(changes.wait(0, 5s), 1u);
  other.join();
  changes.close();
  EXPECT_TRUE(changes.closed());
  EXPECT_EQ(changes.wait(1, 5s), 1u);
}

TEST(BoundedQueue, AFullQueueHoldsTheGiverUp) {
  app::BoundedQueue<int> queue(1);
  ASSERT_TRUE(queue.push(1));
  std::atomic<bool> given{false};
  std::thread giver([&] { given = queue.push(2); });
  std::this_thread::sleep_for(20ms);
  EXPECT_FALSE(given);
  EXPECT_EQ(queue.pop(), 1);
  giver.join();
  EXPECT_TRUE(given);
  queue.close();
  EXPECT_FALSE(queue.push(3));
  EXPECT_EQ(queue.pop(), 2) << "what is in can still be taken out";
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(Worker, TakesATurnWhenNudgedAndStopsAtOnce) {
  std::atomic<int> turns{0};
  app::Worker worker([&] { ++turns; }, 1h);
  worker.start();
  for (int i = 0; i < 500 && turns == 0; ++i) std::this_thread::sleep_for(1ms);
  EXPECT_EQ(turns, 1);
  worker.nudge();
  for (int i = 0; i < 500 && turns == 1; ++i) std::this_thread::sleep_for(1ms);
  EXPECT_EQ(turns, 2);
  worker.stop();
  worker.stop();
}

domain::StoredPost stored(const std::string& id, const std::string& answers) {
  domain::StoredPost one;
  one.post.id = id;
  one.post.in_reply_to = answers;
  one.post.thread = "root";
  return one;
}

TEST(Conversation, FollowsLinksUpAndDown) {
  const app::Conversation conversation(
      {stored("root", ""), stored("a", "root"), stored("b", "a"), stored("lost", "unheard")});
  EXPECT_EQ(conversation.above(stored("b", "a").post), (Ids{"a", "root"}));
  EXPECT_EQ(conversation.above(stored("lost", "unheard").post), (Ids{"unheard", "root"}))
      << "a link nobody has seen leads to the root";
  Ids below;
  for (const auto* one : conversation.below("root")) below.push_back(one->post.id);
  EXPECT_EQ(below, (Ids{"a", "b", "lost"}));
  EXPECT_EQ(conversation.below("a").size(), 1u);
}

TEST(Conversation, ACircleOfRepliesEnds) {
  const app::Conversation conversation({stored("a", "b"), stored("b", "a")});
  EXPECT_EQ(conversation.above(stored("a", "b").post), Ids{"b"});
}

TEST(Pipeline, AnErrandIsOnDiskWhenItReturnsAndRefusedWhenStopped) {
  app_test::World world("  - rule: greet\n    when: {says: hello}\n    then:\n      - reply: \"Hi!\"\n");
  app::Pipeline pipeline(world.decider, world.ports(), [](const app::Aftermath&) {}, {.retry = 1ms});
  pipeline.start();
  world.store.failing_writes = 2;
  EXPECT_TRUE(pipeline.run(
      [](domain::Tables& tables, base::Instant, app::Aftermath&) { tables.settings.set("key", "value"); }));
  EXPECT_EQ(world.look([](domain::Tables& tables) { return tables.settings.get("key"); }), "value");
  pipeline.stop();
  EXPECT_FALSE(pipeline.run([](domain::Tables&, base::Instant, app::Aftermath&) {}));
  EXPECT_FALSE(pipeline.hear({}));
}

TEST(Pipeline, StopsEvenWhenTheStoreKeepsFailing) {
  app_test::World world("  - rule: greet\n    when: {says: hello}\n    then:\n      - reply: \"Hi!\"\n");
  app::Pipeline pipeline(world.decider, world.ports(), [](const app::Aftermath&) {}, {.retry = 1ms});
  pipeline.start();
  world.store.failing_writes = 1'000'000;
  ASSERT_TRUE(pipeline.hear(fakes::ScriptedNetwork::created(world.post("1", "ana", "hello #flock"), "1")));
  pipeline.stop();
  world.store.failing_writes = 0;
  EXPECT_FALSE(world.stored("1")) << "left to the next start";
  EXPECT_EQ(world.look([](domain::Tables& tables) { return tables.settings.get("cursor/practice"); }), "");
}

TEST(Retention, TextsGoNinetyDaysAfterTheCourseAndTracesAfterThirty) {
  app_test::World world("  - rule: greet\n    when: {says: hello}\n    then:\n      - reply: \"Hi!\"\n");
  world.say("1", "ana", "good morning #flock");  // 3 March; the course ends on 27 April
  world.pass(24h * 29);
  EXPECT_EQ(world.traces("1").size(), 1u);
  world.pass(24h * 2);
  EXPECT_TRUE(world.traces("1").empty());
  EXPECT_TRUE(world.stored("1"));
  world.pass(24h * (145 - 31));  // 26 July
  EXPECT_FALSE(world.stored("1"));
  EXPECT_GT(world.store.compacted, 0);
}

TEST(Retention, WhatTheBotSaidGoesWithWhatWasSaidToIt) {
  app_test::World world(
      "  - rule: greet\n    mode: auto\n    when: {says: hello}\n    then:\n      - reply: \"Hi!\"\n");
  world.say("1", "ana", "hello #flock");
  world.deliver();
  const auto text = [&] {
    std::string said = "no such row";
    EXPECT_TRUE(world.store
                    .read([&](domain::Tables& tables) -> base::Status {
                      if (const auto row = tables.outbox.find("week/practice/1/greet/0")) said = row->text;
                      return {};
                    })
                    .ok());
    return said;
  };
  EXPECT_EQ(text(), "Hi!");
  world.pass(24h * 145);
  EXPECT_EQ(text(), "");
}

TEST(Retention, AnAnswerThatExpiredIsLeftOutTheDayAfter) {
  const std::string faq =
      "faq:\n  - id: slides\n    asks: [\"Where are the slides?\"]\n    answer: \"On the page.\"\n"
      "    until: 2026-03-03\n";
  app_test::World world(
      "  - rule: faq\n    mode: auto\n    when: {asks_about: faq}\n    then:\n      - reply: "
      "\"{{answer}}\"\n" +
      faq);
  const auto before = world.flock.snapshot("week");
  world.pass(7h);
  EXPECT_NE(world.flock.snapshot("week"), before);
}

TEST(Scheduler, AThreadThatCannotBeReadLeavesTheAnswerUnknown) {
  app_test::World world(R"(
  - rule: late
    mode: auto
    when: {says: hello}
    unless: {answered_by: anyone}
    wait: 1 hour
    then:
      - reply: "Still here?"
      - tell_facilitators: duty
)");
  world.say("1", "ana", "hello #flock");
  world.network.fail_threads(true);
  world.pass(1h);
  EXPECT_TRUE(world.said().empty());
  EXPECT_EQ(world.cards().size(), 1u) << "internal actions still run";
}

TEST(Scheduler, AnAnswerWithoutTheHashtagIsReadFromTheNetwork) {
  app_test::World world(R"(
  - rule: late
    mode: auto
    when: {asks_question: yes}
    unless: {answered_by: anyone}
    wait: 1 hour
    then:
      - reply: "Has anybody an idea?"
)");
  world.say("1", "ana", "Where are the slides? #flock");
  auto answer = world.post("2", "ben", "On the page.");
  answer.in_reply_to = answer.thread = "1";
  world.network.set_thread("1", {world.stored("1")->post, answer});
  world.pass(1h);
  EXPECT_TRUE(world.said().empty());
  EXPECT_TRUE(world.stored("2"));
}

TEST(Scheduler, AWaitThatIsADayOverdueIsKeptAsAnOpenQuestion) {
  app_test::World world(R"(
  - rule: late
    mode: auto
    when: {says: hello}
    wait: 1 hour
    then:
      - reply: "Still here?"
)");
  world.say("1", "ana", "hello #flock");
  world.pass(26h);
  EXPECT_TRUE(world.said().empty());
  EXPECT_EQ(world.questions().size(), 1u);
  EXPECT_EQ(world.traces("1").back().trace.summary,
            "The bot was off when this came due, more than 24 hours ago: kept as an open question.");
}

}  // namespace
