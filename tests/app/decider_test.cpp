#include "app/decider.hpp"

#include "rules/rule.hpp"
#include "tests/app/world.hpp"

namespace {

using app_test::World;
using testing::Test;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

const char* const greeting = R"(
  - rule: greet
    because: New people should feel welcome.
    mode: auto
    when: {says: hello}
    then:
      - reply: ["Welcome!", "Good to see you!", "Hello there!"]
)";

const char* const question_ladder = R"(
  - rule: keep-question
    because: No question stays unanswered.
    mode: auto
    when: {asks_question: yes}
    then:
      - save_question: yes
  - rule: tell-duty
    because: Peers have had their chance.
    mode: auto
    when: {asks_question: yes}
    unless: {answered_by: anyone}
    wait: 3 hours
    then:
      - tell_facilitators: duty
)";

TEST(Decider, RepliesToAPostUnderTheHashtag) {
  World world(greeting);
  world.say("1", "ana", "Hello everybody #flock");
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
  const auto traces = world.traces("1");
  ASSERT_EQ(traces.size(), 1u);
  EXPECT_EQ(traces[0].trace.winner, "greet");
  EXPECT_TRUE(world.stored("1")->decided);
}

TEST(Decider, DecidesAPostOnceHoweverOftenItIsHeard) {
  World world(greeting);
  const auto post = world.post("1", "ana", "Hello #flock");
  for (int i = 0; i < 3; ++i) world.hear(fakes::ScriptedNetwork::created(post));
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
  EXPECT_EQ(world.traces("1").size(), 1u);
}

TEST(Decider, KeepsNothingOfAPostThatIsNoneOfTheCoursesBusiness) {
  World world(greeting);
  world.say("1", "ana", "Hello everybody");
  world.say("2", "ana", "Hello #elsewhere");
  EXPECT_FALSE(world.stored("1"));
  EXPECT_FALSE(world.stored("2"));
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Decider, AReplyInAFollowedThreadBelongsToTheCourseWithoutItsHashtag) {
  World world(greeting);
  world.say("1", "ana", "Where do we start? #flock");
  world.say("2", "ben", "hello, here!", "1");
  ASSERT_TRUE(world.stored("2"));
  EXPECT_EQ(world.stored("2")->cohort, "week");
  EXPECT_TRUE(world.stored("2")->kept);
  EXPECT_EQ(world.outbox().size(), 1u);
}

TEST(Decider, ANonPublicPostIsNotKept) {
  World world(greeting);
  auto post = world.post("1", "ana", "Hello #flock");
  post.visibility = domain::Visibility::direct;
  world.hear(fakes::ScriptedNetwork::created(post));
  EXPECT_FALSE(world.stored("1")->kept);
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Decider, TheBotsOwnPostIsRememberedAndNotDecided) {
  World world(greeting);
  auto own = world.post("1", "flockmate", "Hello #flock");
  own.author = world.network.self();
  world.hear(fakes::ScriptedNetwork::created(own));
  EXPECT_TRUE(world.stored("1")->by_bot);
  EXPECT_TRUE(world.traces("1").empty());
  EXPECT_TRUE(world.outbox().empty());
}

// Nasty behaviour 15: it hears itself, and another bot that does not say that it is one answers every answer.
TEST(Decider, nasty_15_it_never_answers_itself_and_a_loop_ends_after_two_answers) {
  World world(R"(
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: ["Hello one", "Hello two", "Hello three", "Hello four", "Hello five"]
)");
  world.say("1", "robot", "@flockmate hello #flock");
  for (int round = 1; round <= 5; ++round) {
    world.deliver();
    const auto posted = world.network.posted();
    if (posted.size() < static_cast<std::size_t>(round)) break;
    domain::Post own = world.post(posted.back().published.id, "flockmate", world.said().back() + " #flock");
    own.author = world.network.self();
    own.in_reply_to = std::to_string(round);
    own.thread = "1";
    world.hear(fakes::ScriptedNetwork::created(own));
    world.say(std::to_string(round + 1), "robot", "@flockmate hello #flock", own.id);
  }
  EXPECT_EQ(world.said(), (std::vector<std::string>{"Hello one", "Hello two"}));
}

TEST(Decider, AnEditIsDecidedAgainWhileNothingWasSaid) {
  World world(greeting);
  world.say("1", "ana", "Hallo #flock");
  EXPECT_TRUE(world.outbox().empty());
  world.edit("1", "Hello #flock");
  EXPECT_EQ(world.outbox().size(), 1u);
  world.edit("1", "Nothing to see #flock");
  EXPECT_TRUE(world.outbox().empty()) << "the queued reply was to words that are gone";
}

TEST(Decider, AnEditAfterTheReplyOnlyUpdatesTheText) {
  World world(greeting);
  world.say("1", "ana", "Hello #flock");
  world.deliver();
  world.edit("1", "Hello hello #flock");
  world.deliver();
  EXPECT_EQ(world.said().size(), 1u);
  EXPECT_EQ(world.stored("1")->post.text, "Hello hello #flock");
  EXPECT_EQ(world.traces("1").size(), 1u);
}

TEST(Decider, AnEditWhileTheReplyIsInDoubtBringsNoSecondOne) {
  World world(greeting);
  world.network.next_publish({fakes::Outcome::in_doubt_but_posted});
  world.say("1", "ana", "Hello #flock");
  world.deliver();
  world.edit("1", "Hello again #flock");
  EXPECT_EQ(world.outbox().size(), 1u);
  EXPECT_EQ(world.outbox()[0].state, domain::DeliveryState::in_doubt);
}

TEST(Decider, ADeletedPostTakesEverythingAlong) {
  World world(std::string(greeting) + question_ladder);
  world.say("1", "ana", "Hello, where are the slides? #flock");
  world.deliver();
  ASSERT_EQ(world.questions().size(), 1u);
  world.remove("1");
  world.deliver();
  EXPECT_FALSE(world.stored("1"));
  EXPECT_EQ(world.network.withdrawn(), Texts{"said-1"});
  EXPECT_TRUE(world.questions().empty());
  world.pass(4h);
  EXPECT_TRUE(world.cards().empty()) << "its wait is cancelled";
}

TEST(Decider, ADeletionHeardBeforeThePostKeepsItOut) {
  World world(greeting);
  const auto post = world.post("1", "ana", "Hello #flock");
  world.remove("1");
  world.hear(fakes::ScriptedNetwork::created(post));
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Decider, APeersReplyAnswersTheQuestion) {
  World world(question_ladder);
  world.say("1", "ana", "Where are the slides? #flock");
  world.say("2", "ben", "On the course page.", "1");
  EXPECT_TRUE(world.questions().empty());
  world.pass(4h);
  EXPECT_TRUE(world.cards().empty());
}

TEST(Decider, OnlyTheAskersThanksClosesTheirOwnQuestion) {
  World world(question_ladder);
  world.say("1", "ana", "Where are the slides? #flock");
  world.say("2", "ana", "I mean those of week two.", "1");
  EXPECT_EQ(world.questions().size(), 1u);
  world.say("3", "ana", "Solved, thank you!", "1");
  EXPECT_TRUE(world.questions().empty());
}

TEST(Decider, AnUnansweredQuestionReachesTheFacilitators) {
  World world(question_ladder);
  world.say("1", "ana", "Where are the slides? #flock");
  world.pass(2h);
  EXPECT_TRUE(world.cards().empty());
  world.pass(61min);
  ASSERT_EQ(world.cards().size(), 1u);
  EXPECT_EQ(world.cards()[0].text, "Peers have had their chance.");
  EXPECT_EQ(world.cards()[0].to, "duty");
  ASSERT_EQ(world.alerts.told.size(), 1u);
  EXPECT_EQ(world.alerts.told[0].text, "Peers have had their chance.");
  world.pass(24h);
  EXPECT_EQ(world.cards().size(), 1u);
}

TEST(Decider, StopTakesBackWhatWasPlannedForThatPerson) {
  World world(std::string(greeting) + question_ladder, "  quiet_hours: 17:00 to 20:00\n");
  world.say("1", "ana", "Hello, where are the slides? #flock");
  ASSERT_EQ(world.outbox().size(), 1u) << "held over the quiet hours";
  world.say("2", "ana", "@flockmate stop");
  ASSERT_EQ(world.outbox().size(), 1u);
  EXPECT_EQ(world.outbox()[0].rule, "manners: stop");
  world.pass(4h);
  EXPECT_TRUE(world.cards().empty()) << "the wait is cancelled";
  EXPECT_EQ(world.said(), Texts{"Confirmed: stop"});
  world.say("3", "ana", "hello hello #flock");
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Decider, ForgetMeErasesThePersonAndTakesOurRepliesBack) {
  World world(greeting);
  world.say("1", "ana", "Hello #flock");
  world.deliver();
  world.say("2", "ana", "@flockmate forget me");
  world.deliver();
  EXPECT_EQ(world.network.withdrawn(), Texts{"said-1"});
  ASSERT_EQ(world.said().size(), 2u);
  EXPECT_EQ(world.said().back(), "Confirmed: forget");
  EXPECT_EQ(world.network.posted().back().utterance.to->id, "2");
  EXPECT_FALSE(world.stored("1"));
  EXPECT_FALSE(world.stored("2"));
  EXPECT_FALSE(world.stored("said-2")) << "nothing that leads back to the person";
  EXPECT_EQ(world.store.compacted, 1);
  EXPECT_TRUE(world.traces("2").empty());
  EXPECT_TRUE(world.outbox().empty());
}

TEST(Decider, DistressIsNeverAnsweredAndCallsAHumanAtOnce) {
  World world(greeting);
  world.say("1", "ana", "Hello #flock I want to kill myself");
  world.deliver();
  EXPECT_TRUE(world.said().empty());
  ASSERT_EQ(world.cards().size(), 1u);
  EXPECT_TRUE(world.cards()[0].urgent);
  EXPECT_EQ(world.cards()[0].text, "A human is needed here (self-harm). The bot says nothing.");
  ASSERT_EQ(world.alerts.told.size(), 1u);
  EXPECT_EQ(world.alerts.told[0].kind, domain::Alert::Kind::urgent);
}

TEST(Decider, AFacilitatorsReplyClosesTheDraft) {
  World world(R"(
  - rule: careful
    mode: draft
    when: {says: slides}
    then:
      - reply: "They are on the page."
)");
  world.say("1", "ana", "Where are the slides? #flock");
  ASSERT_EQ(world.drafts().size(), 1u);
  EXPECT_EQ(world.drafts()[0].reason, "the rule is in draft mode; a human sends it");
  ASSERT_EQ(world.alerts.told.size(), 1u);
  EXPECT_EQ(world.alerts.told[0].text, "A draft of the rule careful waits on the page.");
  world.say("2", "ben", "No idea.", "1");
  EXPECT_EQ(world.drafts().size(), 1u);
  world.say("3", "dana", "On the page, Ana.", "1");
  EXPECT_TRUE(world.drafts().empty());
}

TEST(Decider, ALimitIsGivenBackWhenAnEditTakesTheReplyBack) {
  World world(R"(
  - rule: once
    mode: auto
    when: {says: hello}
    then:
      - reply: "Welcome!"
    limit: once per learner
)");
  world.say("1", "ana", "hello #flock");
  world.edit("1", "never mind #flock");
  world.say("2", "ana", "hello #flock");
  EXPECT_EQ(world.outbox().size(), 1u);
  world.say("3", "ana", "hello #flock");
  EXPECT_EQ(world.outbox().size(), 1u);
}

}  // namespace
