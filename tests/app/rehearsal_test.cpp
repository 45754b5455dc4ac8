#include "app/rehearsal.hpp"

#include "domain/course.hpp"
#include "tests/app/world.hpp"

namespace {

using app::Outcome;
using domain::NetworkKind;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

const base::Instant start{std::chrono::milliseconds{1772560800000}};  // Tue 3 March 2026, 18:00 UTC

const char* const some_rules = R"(rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: "Welcome!"
  - rule: tell-duty
    mode: auto
    when: {asks_question: yes}
    unless: {answered_by: anyone}
    wait: 3 hours
    then:
      - tell_facilitators: duty
  - rule: evening
    mode: auto
    when: {every: day at 19:00}
    then:
      - post: "See you tomorrow!"
)";

class RehearsalTest : public testing::Test {
 protected:
  explicit RehearsalTest(const std::string& course = "") : network_(NetworkKind::practice) {
    flock_.set("week",
               {app_test::compile(app_test::course_yaml + course + some_rules, start), {}, {}, start});
    app::Rehearsal::Listeners listeners;
    listeners.final_outcome = [this](Outcome&& outcome) { outcomes_.push_back(std::move(outcome)); };
    rehearsal_ = std::make_unique<app::Rehearsal>(store_, network_, flock_, start, std::move(listeners));
  }

  void say(const std::string& id, base::Duration after, const std::string& text,
           const std::string& answers = "") {
    domain::Post post;
    post.id = id;
    post.thread = answers.empty() ? id : answers;
    post.in_reply_to = answers;
    post.author = {.id = "author-" + id, .handle = "author" + id, .name = "Ana"};
    post.text = text;
    if (text.find("#flock") != std::string::npos) post.tags = {"flock"};
    post.created_at = start + after;
    ASSERT_TRUE(rehearsal_->hear(post).ok());
  }
  Texts causes() const {
    Texts found;
    for (const Outcome& outcome : outcomes_) found.push_back(outcome.cause);
    return found;
  }

  store::MemoryStore store_;
  fakes::ScriptedNetwork network_;
  app::Flock flock_;
  std::vector<Outcome> outcomes_;
  std::unique_ptr<app::Rehearsal> rehearsal_;
};

TEST_F(RehearsalTest, ASilentPostIsFinalAtOnce) {
  say("1", 0s, "good morning #flock");
  ASSERT_EQ(outcomes_.size(), 1u);
  EXPECT_TRUE(outcomes_[0].decision.asked);
  EXPECT_TRUE(outcomes_[0].decision.actions.empty());
  EXPECT_EQ(outcomes_[0].at, start);
}

TEST_F(RehearsalTest, APostOfNobodysCourseIsToldAndNotAskedAbout) {
  say("1", 0s, "hello");
  ASSERT_EQ(outcomes_.size(), 1u);
  EXPECT_FALSE(outcomes_[0].decision.asked);
  EXPECT_EQ(outcomes_[0].cohort, "");
  EXPECT_EQ(outcomes_[0].decision.trace.summary, "No rule is asked: it is not under the course's hashtag.");
}

TEST_F(RehearsalTest, AWaitingPostIsFinalWhenItsWaitIsOver) {
  say("1", 0s, "hello, where are the slides? #flock");
  EXPECT_TRUE(outcomes_.empty());
  say("2", 1min, "good morning #flock");
  ASSERT_TRUE(rehearsal_->finish().ok());
  EXPECT_EQ(causes(), (Texts{"2", "due:evening:2026-03-03T19:00:00Z", "1"}));
  const Outcome& asked = outcomes_.back();
  EXPECT_EQ(asked.at, start + 3h);
  ASSERT_EQ(asked.decision.actions.size(), 2u);
  EXPECT_EQ(asked.decision.actions[0].kind, domain::ActionKind::reply);
  EXPECT_EQ(asked.decision.actions[1].kind, domain::ActionKind::tell_facilitators);
  EXPECT_EQ(asked.decision.trace.winner, "greet");
  // Not "Nothing is said", as it was once, because a facilitator was told three hours later.
  EXPECT_EQ(asked.decision.trace.summary, "greet replies: here the course's hashtag is consent.");
}

TEST_F(RehearsalTest, TheClockStopsAtWhatComesDueOnTheWay) {
  say("1", 0s, "good morning #flock");
  say("2", 26h, "good morning #flock");
  EXPECT_EQ(causes(),
            (Texts{"1", "due:evening:2026-03-03T19:00:00Z", "due:evening:2026-03-04T19:00:00Z", "2"}));
  EXPECT_EQ(rehearsal_->now(), start + 26h);
}

TEST_F(RehearsalTest, AnAnswerHeardMeanwhileStopsTheWait) {
  say("1", 0s, "where are the slides? #flock");
  say("2", 1h, "on the page", "1");
  ASSERT_TRUE(rehearsal_->finish().ok());
  EXPECT_TRUE(outcomes_.back().decision.actions.empty());
}

TEST_F(RehearsalTest, TheSamePostsGiveTheSameOutcome) {
  const auto play = [] {
    Texts lines;
    fakes::ScriptedNetwork network;
    store::MemoryStore store;
    app::Flock flock;
    flock.set("week",
              {app_test::compile(std::string(app_test::course_yaml) + some_rules, start), {}, {}, start});
    app::Rehearsal::Listeners listeners;
    listeners.final_outcome = [&](Outcome&& outcome) {
      lines.push_back(outcome.cause + " " + base::to_rfc3339(outcome.at) + " " +
                      outcome.decision.trace.summary);
    };
    app::Rehearsal rehearsal(store, network, flock, start, std::move(listeners));
    for (int i = 0; i < 60; ++i) {
      domain::Post post;
      post.id = post.thread = std::to_string(i);
      post.author = {.id = std::to_string(i % 7), .handle = "ana" + std::to_string(i % 7), .name = "Ana"};
      post.text = i % 3 == 0 ? "where is the hello page? #flock" : "hello #flock";
      post.tags = {"flock"};
      post.created_at = start + std::chrono::minutes{i};
      EXPECT_TRUE(rehearsal.hear(post).ok());
    }
    EXPECT_TRUE(rehearsal.finish().ok());
    return lines;
  };
  const Texts once = play();
  EXPECT_GE(once.size(), 60u);
  EXPECT_EQ(once, play());
}

}  // namespace
