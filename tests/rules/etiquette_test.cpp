// The route table of the product's design: action × consent → how it travels.
#include "rules/etiquette.hpp"
#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

struct Person {
  const char* name;
  Consent consent;
  bool addressed;
  bool only_answers;
};
constexpr Person stranger{"stranger", Consent::unknown, false, false};
constexpr Person caller{"caller", Consent::unknown, true, false};
constexpr Person answerer{"answerer", Consent::unknown, true, true};
constexpr Person member{"member", Consent::joined, false, false};

Decision ask(NetworkKind network, const Person& person, ActionKind kind, Mode mode = Mode::automatic,
             const char* target = "") {
  Room room;
  room.post.network = network;
  room.facts.consent = person.consent;
  room.facts.addressed = person.addressed;
  room.facts.only_answers_bot = person.only_answers;
  rules::Step step = kind == ActionKind::post ? own_post("News") : reply("Here");
  step.kind = kind;
  step.target = target;
  room.add(in_mode(rule("act", {asks_question()}, {step}), mode));
  return room.decide();
}

TEST(Call, OnXAnAnswerToTheBotIsNone) {
  const auto called = [](NetworkKind network, bool speaks_to_bot, bool only_answers) {
    return rules::is_called(rules::default_policy(network), speaks_to_bot, only_answers);
  };
  for (const NetworkKind network : {NetworkKind::mastodon, NetworkKind::x}) {
    EXPECT_TRUE(called(network, true, false));
    EXPECT_FALSE(called(network, false, false));
  }
  EXPECT_TRUE(called(NetworkKind::mastodon, true, true));
  EXPECT_FALSE(called(NetworkKind::x, true, true));
}

TEST(Route, ConsentByNetwork) {
  const std::string open =
      "on Mastodon the bot only answers whoever has called the bot or joined; a human can answer";
  const std::string sky =
      "on Bluesky the bot only answers whoever has called the bot or joined; a human can answer";
  const std::string x = "on X the bot only answers whoever mentions or quotes the bot; a human can answer";
  const struct {
    NetworkKind network;
    Person person;
    const char* reply;
    const char* boost;
    std::string reason;
  } table[] = {
      {NetworkKind::practice, stranger, "reply", "post", "here the course's hashtag is consent"},
      {NetworkKind::practice, caller, "reply", "post", "the post speaks to the bot"},
      {NetworkKind::mastodon, stranger, "draft", "draft", open},
      {NetworkKind::mastodon, caller, "reply", "post", "the post speaks to the bot"},
      {NetworkKind::mastodon, answerer, "reply", "post", "the post answers the bot"},
      {NetworkKind::mastodon, member, "reply", "post", "its author has joined"},
      {NetworkKind::bluesky, stranger, "draft", "draft", sky},
      {NetworkKind::bluesky, caller, "reply", "post", "the post speaks to the bot"},
      {NetworkKind::bluesky, member, "reply", "post", "its author has joined"},
      {NetworkKind::x, stranger, "draft", "draft", x},
      {NetworkKind::x, caller, "reply", "post", "the post speaks to the bot"},
      {NetworkKind::x, answerer, "draft", "draft", x},
      {NetworkKind::x, member, "draft", "draft", x},
  };
  for (const auto& row : table) {
    SCOPED_TRACE(std::string(to_word(row.network)) + " " + row.person.name);
    const Decision replied = ask(row.network, row.person, ActionKind::reply);
    EXPECT_EQ(route(replied.actions.at(0)), row.reply);
    EXPECT_EQ(replied.actions.at(0).route_reason, row.reason);
    EXPECT_EQ(route(ask(row.network, row.person, ActionKind::boost).actions.at(0)), row.boost);
  }
}

TEST(Route, WhatNeedsNoConsent) {
  const struct {
    ActionKind kind;
    const char* target;
    const char* route;
    const char* in_draft_mode;
  } table[] = {
      {ActionKind::post, "", "post", "draft"},
      {ActionKind::add_to_digest, "questions", "digest", "digest"},
      {ActionKind::send_digest, "learners", "post", "draft"},
      {ActionKind::send_digest, "facilitators", "none", "none"},
      {ActionKind::tell_facilitators, "duty", "none", "none"},
      {ActionKind::save_question, "", "none", "none"},
      {ActionKind::label, "late", "none", "none"},
  };
  for (const auto& row : table) {
    SCOPED_TRACE(std::string(to_word(row.kind)) + " " + row.target);
    EXPECT_EQ(route(ask(NetworkKind::x, stranger, row.kind, Mode::automatic, row.target).actions.at(0)),
              row.route);
    EXPECT_EQ(route(ask(NetworkKind::x, stranger, row.kind, Mode::draft, row.target).actions.at(0)),
              row.in_draft_mode);
  }
}

TEST(Route, AServerOfTheInstitutionsOwnMayTakeTheHashtagAsConsent) {
  Room room;
  room.post.network = NetworkKind::mastodon;
  room.source.policies[static_cast<std::size_t>(NetworkKind::mastodon)].hashtag_is_consent = true;
  room.add(rule("act", {asks_question()}, {reply("Here")}));
  EXPECT_EQ(route(room.decide().actions.at(0)), "reply");
}

TEST(Route, AnotherPolicyOnThePracticeNetwork) {
  Room room;
  room.add(rule("act", {asks_question()}, {reply("Here")}));
  const auto ruleset = room.ruleset();
  rules::NetworkPolicy as_on_x = rules::default_policy(NetworkKind::x);
  as_on_x.network = NetworkKind::practice;
  const auto other = ruleset->with_policy(as_on_x, room.now);
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(route(rules::decide(**other, room.post, room.reading, room.facts, room.now).actions.at(0)),
            "draft");
  EXPECT_NE((*other)->version(), ruleset->version());
}

TEST(Route, APostOfTheBotsOwnNamesNobody) {
  Room room;
  room.add(rule("shout", {asks_question()}, {own_post("Well asked, @ana!")}));
  EXPECT_EQ(route(room.decide().actions.at(0)), "draft");
  EXPECT_EQ(room.decide().actions.at(0).route_reason, "a post of the bot's own must name nobody");
  room.source.rules[0].then = {own_post("New question{{name}}{{handle}}{{question}}! Ask {{contact}}")};
  EXPECT_EQ(room.decide().actions.at(0).text, "New question! Ask @dana");
  EXPECT_EQ(route(room.decide().actions.at(0)), "post");
}

TEST(Route, ADraftIsNotHeldAndDoesNotTripTheBreaker) {
  Room room;
  room.source.course.quiet_hours = domain::Hours{{}, minutes{0}, minutes{23 * 60}};
  room.source.course.replies.breaker_replies = 1;
  room.add(in_mode(rule("act", {asks_question()}, {reply("Here")}), Mode::draft));
  const Decision decision = room.decide();
  EXPECT_FALSE(decision.actions.at(0).held_until.has_value());
  EXPECT_FALSE(decision.trips_breaker);
}

}  // namespace
