#include "language/reader.hpp"
#include "networks/bluesky_tid.hpp"
#include "tests/networks/bluesky_world.hpp"

// What the bot says on Bluesky, each thing once.
namespace {

using base::ErrorKind;
using domain::Utterance;
using fakes::BlueskyFault;
using networks::BlueskyNetwork;
using nlohmann::json;

constexpr const char* put = "com.atproto.repo.putRecord";
constexpr const char* posts = "app.bsky.feed.post";
constexpr const char* reposts = "app.bsky.feed.repost";

TEST(Tid, the_same_key_gives_the_same_valid_tid) {
  EXPECT_EQ(networks::tid_of("spring:at://x:welcome:reply"), networks::tid_of("spring:at://x:welcome:reply"));
  std::set<std::string> all;
  for (int number = 0; number < 10'000; ++number) {
    const std::string tid = networks::tid_of("key " + std::to_string(number));
    ASSERT_EQ(tid.size(), 13U);
    ASSERT_EQ(tid.find_first_not_of("234567abcdefghijklmnopqrstuvwxyz"), std::string::npos) << tid;
    ASSERT_LT(tid, "3l") << "a time that is long past: " << tid;
    ASSERT_GT(tid, "3j") << tid;
    all.insert(tid);
  }
  EXPECT_EQ(all.size(), 10'000U);
}

class BlueskyWriting : public network_tests::BlueskyTest {
 protected:
  BlueskyNetwork network{server, clock, options()};
};

TEST_F(BlueskyWriting, a_reply_names_its_parent_and_the_root_and_marks_links_and_tags) {
  const auto root = server.post(ben, {.text = "Hello #flockcourse"});
  const auto question = server.post(ana, {.text = "Where are the slides?", .reply_to = root});
  const auto published = network.publish(reply_to(question, "Là : example.org/slides #flockcourse"));
  ASSERT_TRUE(published.ok()) << published.error().message;
  EXPECT_EQ(published->url, "https://bsky.app/profile/" + bot + "/post/" +
                                published->id.substr(published->id.rfind('/') + 1));
  const json record = *server.record(published->id);
  EXPECT_EQ(record["reply"]["parent"]["uri"], question);
  EXPECT_EQ(record["reply"]["root"]["uri"], root);
  EXPECT_EQ(record["text"], "Là : example.org/slides #flockcourse");
  EXPECT_EQ(record["createdAt"], "2026-03-03T18:00:00Z");
  EXPECT_EQ(record["langs"], json::array({"en"}));
  ASSERT_EQ(record["facets"].size(), 2U);
  EXPECT_EQ(record["facets"][0]["features"][0]["uri"], "https://example.org/slides");
  EXPECT_EQ(record["facets"][0]["index"], json::parse(R"({"byteStart": 6, "byteEnd": 24})"));
  EXPECT_EQ(record["facets"][1]["features"][0]["tag"], "flockcourse");
  EXPECT_EQ(record["facets"][1]["index"], json::parse(R"({"byteStart": 25, "byteEnd": 37})"));
}

TEST_F(BlueskyWriting, a_mention_in_its_words_stays_words) {
  const auto question = server.post(ana, {.text = "Hello"});
  const auto published = network.publish(reply_to(question, "Ask @ben.test"));
  ASSERT_TRUE(published.ok());
  EXPECT_FALSE(server.record(published->id)->contains("facets"));
}

TEST_F(BlueskyWriting, a_post_of_its_own_and_a_repost) {
  Utterance post;
  post.key = "reminder";
  post.kind = Utterance::Kind::post;
  post.text = "Chat tonight #flockcourse";
  const auto said = network.publish(post);
  ASSERT_TRUE(said.ok());
  EXPECT_FALSE(server.record(said->id)->contains("reply"));

  const auto question = server.post(ana, {.text = "Who knows?"});
  Utterance boost = reply_to(question);
  boost.kind = Utterance::Kind::boost;
  const auto boosted = network.publish(boost);
  ASSERT_TRUE(boosted.ok());
  const auto records = server.records_of(bot, reposts);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0]["subject"]["uri"], question);
  EXPECT_EQ(boosted->url, "");
}

// Nasty behaviour 3: to a repeated key createRecord answers 500, and putRecord alone would edit.
TEST_F(BlueskyWriting, nasty_03_a_retry_never_posts_twice_and_never_edits) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  server.next(put, std::vector(3, BlueskyFault::lost_answer()));
  const auto first = network.publish(reply_to(question));
  ASSERT_FALSE(first.ok());
  EXPECT_EQ(first.error().kind, ErrorKind::in_doubt);
  const json posted = server.records_of(bot, posts).at(0);

  clock.advance(std::chrono::minutes{3});  // its createdAt would be another one now
  const auto again = network.publish(reply_to(question));
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_EQ(server.records_of(bot, posts), std::vector<json>{posted});
  EXPECT_EQ(server.record(again->id), posted);
  EXPECT_EQ(server.calls("com.atproto.repo.createRecord"), 0);
}

TEST_F(BlueskyWriting, nasty_03_what_is_in_doubt_is_sent_again_at_once_and_stands_once) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  server.next(put, {BlueskyFault::lost_answer(), BlueskyFault::answer(500, "InternalServerError")});
  const auto published = network.publish(reply_to(question));
  ASSERT_TRUE(published.ok()) << published.error().message;
  EXPECT_EQ(server.records_of(bot, posts).size(), 1U);
}

TEST_F(BlueskyWriting, nasty_03_a_doubt_stays_a_doubt_whatever_comes_after_it) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  for (const BlueskyFault& after :
       {BlueskyFault::no_connection(), BlueskyFault::answer(429, "RateLimitExceeded"),
        BlueskyFault::answer(400, "InvalidRequest")}) {
    server.next(put, {BlueskyFault::lost_answer(), after});
    EXPECT_EQ(network.publish(reply_to(question)).error().kind, ErrorKind::in_doubt);
    clock.advance(std::chrono::minutes{1});
  }
}

TEST_F(BlueskyWriting, nasty_03_what_is_in_doubt_is_looked_up) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  const auto before = network.look_up(reply_to(question));
  ASSERT_TRUE(before.ok());
  EXPECT_FALSE(before->has_value());
  server.next(put, std::vector(3, BlueskyFault::lost_answer()));
  EXPECT_EQ(network.publish(reply_to(question)).error().kind, ErrorKind::in_doubt);
  const auto after = network.look_up(reply_to(question));
  ASSERT_TRUE(after.ok() && after->has_value());
  EXPECT_TRUE(server.record((*after)->id).has_value());
  server.next("com.atproto.repo.getRecord", {BlueskyFault::answer(502, "UpstreamFailure")});
  EXPECT_EQ(network.look_up(reply_to(question)).error().kind, ErrorKind::unavailable);
}

struct Refusal {
  const char* name;
  BlueskyFault fault;
  ErrorKind kind;
  const char* message;
};

TEST_F(BlueskyWriting, what_a_failed_attempt_means) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  const Refusal refusals[] = {
      {"no connection", BlueskyFault::no_connection(), ErrorKind::unavailable, "no connection"},
      {"a crash", BlueskyFault::answer(500, "InternalServerError"), ErrorKind::in_doubt,
       "Bluesky answered 500 to com.atproto.repo.putRecord."},
      {"a gateway", BlueskyFault::answer(504, ""), ErrorKind::in_doubt,
       "Bluesky answered 504 to com.atproto.repo.putRecord."},
      {"a redirect", BlueskyFault::answer(302, ""), ErrorKind::in_doubt,
       "Bluesky answered 302 to com.atproto.repo.putRecord."},
      {"a refusal", BlueskyFault::answer(400, "InvalidRequest"), ErrorKind::refused,
       "Bluesky refused it: as the test wanted"},
  };
  for (const Refusal& one : refusals) {
    server.next(put, std::vector(3, one.fault));
    const auto published = network.publish(reply_to(question));
    ASSERT_FALSE(published.ok()) << one.name;
    EXPECT_EQ(published.error().kind, one.kind) << one.name;
    EXPECT_EQ(published.error().message, one.message);
    server.next(put, {});
  }
  EXPECT_TRUE(server.records_of(bot, posts).empty());
}

// Nasty behaviour 10: the reset in seconds since 1970, and no retry-after.
TEST_F(BlueskyWriting, nasty_10_a_full_hour_of_writes_is_waited_for_and_reading_goes_on) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  const auto hour = std::to_string(base::to_millis(clock.now()) / 1000 + 3600);
  server.next(put, {BlueskyFault::answer(429, "RateLimitExceeded",
                                         {{"ratelimit-limit", "5000"},
                                          {"ratelimit-remaining", "0"},
                                          {"ratelimit-reset", hour},
                                          {"ratelimit-policy", "5000;w=3600"}})});
  const auto refused = network.publish(reply_to(question));
  EXPECT_EQ(refused.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(refused.error().message,
            "Bluesky has had too many calls and asks to wait until 2026-03-03T19:00:00Z.");
  const int asked = server.calls(put);
  EXPECT_EQ(network.publish(reply_to(question)).error().message,
            "Bluesky asked not to be called before 2026-03-03T19:00:00Z.");
  EXPECT_EQ(server.calls(put), asked);
  EXPECT_TRUE(network.look_up(reply_to(question)).ok());
  clock.advance(std::chrono::hours{1});
  EXPECT_TRUE(network.publish(reply_to(question)).ok());
}

// Nasty behaviour 13: the server takes a reply to a post that is gone.
TEST_F(BlueskyWriting, nasty_13_what_is_gone_is_not_answered) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  server.remove(question);
  const auto published = network.publish(reply_to(question));
  ASSERT_FALSE(published.ok());
  EXPECT_EQ(published.error().kind, ErrorKind::refused);
  EXPECT_EQ(published.error().message, "That post is not there any more.");
  EXPECT_TRUE(server.records_of(bot, posts).empty());
}

TEST_F(BlueskyWriting, a_post_so_new_that_it_is_not_shown_yet_is_answered_later) {
  Utterance utterance = reply_to("at://" + ana + "/app.bsky.feed.post/later");
  utterance.to->created_at = clock.now();
  EXPECT_EQ(network.publish(utterance).error().kind, ErrorKind::unavailable);
}

// Nasty behaviour 12: the server takes replies that nobody would see.
TEST_F(BlueskyWriting, nasty_12_nobody_is_answered_who_does_not_want_it) {
  const auto closed = server.post(ana, {.text = "Only friends may answer"});
  server.close_replies(closed);
  const auto gated = network.publish(reply_to(closed));
  EXPECT_EQ(gated.error().kind, ErrorKind::refused);
  EXPECT_EQ(gated.error().message, "Its author does not want this account's replies.");
  const auto quiet = server.post(ben, {.text = "No robots please"});
  server.describe(ben, "teacher, #NoBot");
  EXPECT_EQ(network.publish(reply_to(quiet)).error().message,
            "Its author does not want this account's replies.");
  const auto eve = server.add_account("eve.test");
  const auto blocked = server.post(eve, {.text = "I blocked you"});
  server.block(eve);
  EXPECT_EQ(network.publish(reply_to(blocked)).error().message,
            "Its author and this account have blocked one another.");
  EXPECT_TRUE(server.records_of(bot, posts).empty());
}

TEST_F(BlueskyWriting, too_long_a_text_is_not_even_tried) {
  const auto question = server.post(ana, {.text = "Tell me everything"});
  const auto published = network.publish(reply_to(question, std::string(301, 'a')));
  EXPECT_EQ(published.error().kind, ErrorKind::refused);
  EXPECT_EQ(published.error().message, "It is longer than the 300 characters of a post on Bluesky.");
  EXPECT_EQ(server.calls(put), 0);
  EXPECT_TRUE(network.publish(reply_to(question, std::string(300, 'a'))).ok());
}

TEST_F(BlueskyWriting, what_it_said_can_be_taken_back_twice_and_nothing_else_can) {
  const auto question = server.post(ana, {.text = "Where are the slides?"});
  const auto published = network.publish(reply_to(question));
  ASSERT_TRUE(published.ok());
  EXPECT_TRUE(network.withdraw(published->id).ok());
  EXPECT_TRUE(network.withdraw(published->id).ok());
  EXPECT_TRUE(server.records_of(bot, posts).empty());
  const auto others = network.withdraw(question);
  EXPECT_EQ(others.error().kind, ErrorKind::refused);
  EXPECT_EQ(others.error().message, "Only what the bot said can be taken back.");
  EXPECT_TRUE(server.record(question).has_value());
}

TEST_F(BlueskyWriting, a_thread_is_read_the_root_first) {
  const auto root = server.post(ben, {.text = "Hello #flockcourse"});
  clock.advance(std::chrono::seconds{1});
  const auto question = server.post(ana, {.text = "Where?", .reply_to = root});
  clock.advance(std::chrono::seconds{1});
  const auto reply = server.post(ben, {.text = "There", .reply_to = question});
  domain::Post asked = post_at(question, clock.now());
  asked.thread = root;
  const auto thread = network.read_thread(asked);
  ASSERT_TRUE(thread.ok()) << thread.error().message;
  ASSERT_EQ(thread->size(), 3U);
  EXPECT_EQ((*thread)[0].id, root);
  EXPECT_EQ((*thread)[1].id, question);
  EXPECT_EQ((*thread)[2].id, reply);
  EXPECT_EQ((*thread)[2].thread, root);
  EXPECT_EQ((*thread)[2].in_reply_to, question);

  server.remove(root);  // the rest still stands
  const auto rest = network.read_thread(asked);
  ASSERT_TRUE(rest.ok());
  EXPECT_EQ(rest->size(), 2U);
  server.remove(question);
  EXPECT_EQ(network.read_thread(asked).error().kind, ErrorKind::not_found);
}

}  // namespace
