#include "rules/ruleset.hpp"

#include "language/reading.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using std::chrono::year;

domain::FaqEntry until(domain::FaqEntry entry, std::chrono::year_month_day last, std::string then = "") {
  entry.until = last;
  entry.then = std::move(then);
  return entry;
}

TEST(Ruleset, AnExpiredAnswerIsLeftOutOrFollowed) {
  Room room;
  room.source.content.faq = {until(answer("slides", "old"), year{2026} / 3 / 2, "archive"),
                             answer("archive", "new"), until(answer("gone", "gone"), year{2026} / 3 / 2),
                             until(answer("today", "last day"), year{2026} / 3 / 3)};
  const auto ruleset = room.ruleset();
  ASSERT_EQ(ruleset->content().faq.size(), 2u);
  EXPECT_EQ(ruleset->content().faq[0].id, "archive");
  EXPECT_EQ(ruleset->content().faq[0].asks,
            (std::vector<std::string>{"Where is archive?", "Where is slides?"}));
  EXPECT_EQ(ruleset->content().faq[1].id, "today") << "`until` is the last day";
  EXPECT_EQ(ruleset->live_id("slides"), "archive");
  EXPECT_EQ(ruleset->live_id("today"), "today");
  EXPECT_EQ(ruleset->live_id("gone"), "");
  EXPECT_EQ(ruleset->source().content.faq.size(), 4u);
}

TEST(Ruleset, FollowersInACircleEndNowhere) {
  Room room;
  room.source.content.faq = {until(answer("a", "a"), year{2026} / 1 / 1, "b"),
                             until(answer("b", "b"), year{2026} / 1 / 1, "a")};
  EXPECT_TRUE(room.ruleset()->content().faq.empty());
}

TEST(Ruleset, AnAnswerThatExpiresWhileTheSnapshotRunsIsNotGiven) {
  Room room;
  room.source.content.faq = {until(answer("slides", "Slides."), year{2026} / 3 / 3)};
  room.source.templates["faq"][""] = {"{{answer}}"};
  room.add(rule("faq", {asks_about_faq()}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}};
  const auto ruleset = room.ruleset();
  EXPECT_EQ(done(rules::decide(*ruleset, room.post, room.reading, room.facts, noon)), "faq:reply");
  room.post.created_at = noon + hours{24};
  const Decision tomorrow = rules::decide(*ruleset, room.post, room.reading, room.facts, noon + hours{24});
  EXPECT_EQ(done(tomorrow), "");
  EXPECT_EQ(reason(tomorrow, "faq"), "asks_about: faq - there are no answers to choose from");
}

TEST(Ruleset, AWrongZoneOrPatternIsAnError) {
  Room room;
  room.source.course.time_zone = "Nowhere";
  EXPECT_FALSE(rules::Ruleset::compile(room.source, noon).ok());
}

TEST(Ruleset, FindsRulesByName) {
  Room room;
  room.add(rule("one", {}, {reply("1")}));
  room.add(rule("two", {}, {reply("2")}));
  const auto ruleset = room.ruleset();
  EXPECT_EQ(ruleset->find("two"), &ruleset->rules()[1]);
  EXPECT_EQ(ruleset->find("three"), nullptr);
  EXPECT_EQ(ruleset->index_of("one"), 0u);
}

TEST(Candidates, AreTheRulesWhoseWordsWereFoundAndThoseWithoutWords) {
  Room room;
  room.add(
      rule("0 any of two", {line("says", "[a, b]", rules::Says{{"apple", "pear"}, false})}, {reply("x")}));
  room.add(rule("1 both", {line("says_all", "[a, b]", rules::Says{{"apple", "pear"}, true})}, {reply("x")}));
  room.add(
      rule("2 pattern", {asks_question(), line("matches", "p", rules::Matches{"week [0-9]"})}, {reply("x")}));
  room.add(rule("3 hashtag", {line("hashtag", "#Intro", rules::HasHashtag{{"Intro"}})}, {reply("x")}));
  room.add(rule("4 no words", {asks_question()}, {reply("x")}));
  rules::Rule timed = rule("5 timed", {}, {own_post("x")});
  timed.every = rules::Schedule{};
  room.add(timed);
  rules::Rule unless = rule("6 words only in unless", {}, {reply("x")});
  unless.unless = {says("apple")};
  room.add(unless);
  const auto ruleset = room.ruleset();
  const std::uint32_t apple = ruleset->phrase_ids(0, 0, false).at(0);
  const std::uint32_t pear = ruleset->phrase_ids(0, 0, false).at(1);
  EXPECT_EQ(ruleset->phrase_ids(1, 0, false), (std::vector<std::uint32_t>{apple, pear}))
      << "one id for one phrase";
  EXPECT_EQ(ruleset->phrase_ids(6, 0, true), std::vector<std::uint32_t>{apple});
  const auto with = [&](std::vector<std::uint32_t> phrases, std::vector<std::uint32_t> patterns,
                        std::vector<std::string> hashtags) {
    language::Reading reading;
    reading.phrases = std::move(phrases);
    reading.patterns = std::move(patterns);
    reading.hashtags = std::move(hashtags);
    return ruleset->candidates(reading);
  };
  using Places = std::vector<std::uint32_t>;
  EXPECT_EQ(with({}, {}, {}), (Places{4, 6}));
  EXPECT_EQ(with({std::min(apple, pear), std::max(apple, pear)}, {}, {}), (Places{0, 1, 4, 6}));
  EXPECT_EQ(with({pear}, {}, {}), (Places{0, 4, 6}));
  EXPECT_EQ(with({}, ruleset->phrase_ids(2, 1, false), {}), (Places{2, 4, 6}));
  EXPECT_EQ(with({}, {}, {"intro"}), (Places{3, 4, 6}));
}

TEST(Version, ChangesWithAnythingThatADecisionDependsOn) {
  Room base_room;
  base_room.source.content.faq = {answer("slides", "Slides.")};
  base_room.source.templates["faq"][""] = {"{{answer}}"};
  base_room.add(rule("faq", {asks_about_faq()}, {reply_with("faq")}));
  const std::uint64_t version = base_room.ruleset()->version();
  EXPECT_EQ(base_room.ruleset()->version(), version);
  void (*const changes[])(Room&) = {
      [](Room& room) { room.source.rules[0].name = "faq2"; },
      [](Room& room) { room.source.rules[0].mode = Mode::draft; },
      [](Room& room) { room.source.rules[0].when[0].shown = "glossary"; },
      [](Room& room) { room.source.rules[0].unless = {answered_by_anyone()}; },
      [](Room& room) {
        room.source.rules[0].wait = rules::Delay{minutes{15}, false, "15 minutes"};
      },
      [](Room& room) {
        room.source.rules[0].limit = rules::Limit{1, {}, {}, "once per learner"};
      },
      [](Room& room) { room.source.rules[0].then.push_back(tell("duty")); },
      [](Room& room) { room.source.content.faq[0].answer[""] = "Elsewhere."; },
      [](Room& room) { room.source.templates["faq"][""] = {"Hi! {{answer}}"}; },
      [](Room& room) {
        room.source.course.quiet_hours = domain::Hours{{}, minutes{60}, minutes{120}};
      },
      [](Room& room) { room.source.course.replies.per_hour = 1; },
      [](Room& room) { room.source.course.starts = year{2026} / 1 / 1; },
      [](Room& room) { room.source.policies[3].max_length = 1; },
      [](Room& room) { room.source.bot_handle = "other"; },
  };
  int number = 0;
  for (const auto change : changes) {
    Room room = base_room;
    change(room);
    EXPECT_NE(room.ruleset()->version(), version) << "change " << number;
    ++number;
  }
}

TEST(Policies, AsTheNetworksHaveThem) {
  using Measure = rules::NetworkPolicy::Measure;
  const struct {
    NetworkKind network;
    bool answering, joined, hashtag, duplicates;
    Measure measure;
    int length;
  } table[] = {{NetworkKind::practice, true, true, true, false, Measure::mastodon, 500},
               {NetworkKind::mastodon, true, true, false, false, Measure::mastodon, 500},
               {NetworkKind::bluesky, true, true, false, false, Measure::graphemes, 300},
               {NetworkKind::x, false, false, false, true, Measure::x_weighted, 280}};
  const auto all = rules::default_policies();
  for (const auto& row : table) {
    const rules::NetworkPolicy& policy = all.at(static_cast<std::size_t>(row.network));
    EXPECT_EQ(policy.network, row.network);
    EXPECT_TRUE(policy.mention_is_consent);
    EXPECT_EQ(policy.answering_is_consent, row.answering);
    EXPECT_EQ(policy.joined_is_consent, row.joined);
    EXPECT_EQ(policy.hashtag_is_consent, row.hashtag);
    EXPECT_EQ(policy.refuses_duplicates, row.duplicates);
    EXPECT_EQ(policy.measure, row.measure);
    EXPECT_EQ(policy.max_length, row.length);
    EXPECT_EQ(policy.as_of, "2026-11-22");
  }
}

}  // namespace
