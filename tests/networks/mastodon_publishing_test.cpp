// How the bot speaks on Mastodon, and what it does when nobody says whether it spoke.
#include <nlohmann/json.hpp>

#include "tests/networks/mastodon_world.hpp"

namespace network_tests {
namespace {

using base::ErrorKind;
using nlohmann::json;
using Lines = std::vector<std::string>;

json last_post_body(const fakes::MastodonServer& server) {
  json body;
  for (const auto& request : server.requests()) {
    if (request.method == "POST" && request.path == "/api/v1/statuses") body = json::parse(request.body);
  }
  return body;
}

std::vector<std::string> keys_used(const fakes::MastodonServer& server) {
  std::vector<std::string> keys;
  for (const auto& request : server.requests()) {
    if (request.method == "POST" && request.path == "/api/v1/statuses")
      keys.push_back(request.header("idempotency-key"));
  }
  return keys;
}

TEST_F(MastodonTest, a_reply_is_quiet_mentions_its_author_and_leaves_the_hashtag_out) {
  const std::string id = server_->post("ana", "Where are the slides? #FlockCourse");
  const auto said = network().publish(reply_to(post_of(id), "Welcome to #FlockCourse, see #slides."));
  ASSERT_TRUE(said.ok()) << said.error().message;
  const auto toot = server_->said().at(0);
  EXPECT_EQ(toot.text, "@ana Welcome to FlockCourse, see #slides.");
  EXPECT_EQ(toot.visibility, "unlisted");
  EXPECT_EQ(toot.in_reply_to, id);
  EXPECT_EQ(said->id, toot.id);
  EXPECT_EQ(said->url, toot.uri);
  EXPECT_EQ(last_post_body(*server_)["allowed_mentions"], json::array({server_->id_of("ana")}));
}

TEST_F(MastodonTest, a_reply_is_never_more_public_than_what_it_answers) {
  for (const char* visibility : {"private", "direct"}) {
    const std::string id = server_->post("ana", "@flockmate help", {.visibility = visibility});
    domain::Post post = post_of(id);
    post.visibility =
        std::string(visibility) == "direct" ? domain::Visibility::direct : domain::Visibility::followers;
    ASSERT_TRUE(network().publish(reply_to(post, "Hello", visibility)).ok());
    EXPECT_EQ(server_->said().back().visibility, visibility);
  }
}

TEST_F(MastodonTest, a_post_of_its_own_is_public_and_keeps_the_hashtag) {
  const auto said =
      network().publish({"k", domain::Utterance::Kind::post, "Week 3 begins #FlockCourse", "en", {}});
  ASSERT_TRUE(said.ok());
  EXPECT_EQ(server_->said().at(0).text, "Week 3 begins #FlockCourse");
  EXPECT_EQ(server_->said().at(0).visibility, "public");
}

TEST_F(MastodonTest, the_contact_may_be_named_and_nobody_else) {
  const std::string id = server_->post("ana", "Who are you? #flockcourse");
  EXPECT_TRUE(network().publish(reply_to(post_of(id), "I am a bot, @dana can help", "k1")).ok());
  const auto refused = network().publish(reply_to(post_of(id), "Ask @stranger", "k2"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  EXPECT_NE(refused.error().message.find("Post would be sent to unexpected accounts (HTTP 422)"),
            std::string::npos);
  EXPECT_EQ(server_->said().size(), 1U);
}

TEST_F(MastodonTest, a_boost_is_made_once_and_found_again) {
  const std::string id = server_->post("ana", "Where are the slides? #flockcourse");
  const domain::Utterance boost{"k", domain::Utterance::Kind::boost, "", "", post_of(id)};
  const auto before = network().look_up(boost);
  ASSERT_TRUE(before.ok());
  EXPECT_FALSE(before->has_value());
  const auto said = network().publish(boost);
  ASSERT_TRUE(said.ok()) << said.error().message;
  EXPECT_EQ(network().look_up(boost)->value().id, said->id);
  EXPECT_TRUE(network().withdraw(said->id).ok());
  EXPECT_TRUE(server_->said().empty());
}

// nasty 1: the same Idempotency-Key again is answered with 500, for ever, though the reply is there.
TEST_F(MastodonTest, nasty_01_a_retry_that_answers_500_is_looked_up_and_found) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "They are on the page.");
  server_->next_attempts({Fault::error_after});
  EXPECT_EQ(network().publish(reply).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(network().publish(reply).error().kind, ErrorKind::in_doubt);
  const auto found = network().look_up(reply);
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->id, server_->said().at(0).id);
  EXPECT_EQ(server_->said().size(), 1U);
  const auto keys = keys_used(*server_);
  EXPECT_EQ(keys.at(0), keys.at(1));
}

// nasty 2: an answer that never comes, or 503 from a second attempt, says nothing about what was done.
TEST_F(MastodonTest, nasty_02_whatever_becomes_of_the_answer_the_reply_is_said_once) {
  for (const Fault fault :
       {Fault::drop_before, Fault::drop_after, Fault::error_before, Fault::error_after, Fault::busy}) {
    const std::string id = server_->post("ana", "Slides? #flockcourse");
    const auto reply = reply_to(post_of(id), "They are on the page.", "key of " + id);
    const std::size_t before = server_->said().size();
    server_->next_attempts({fault});
    const auto said = network().publish(reply);
    ASSERT_FALSE(said.ok());
    EXPECT_EQ(said.error().kind, ErrorKind::in_doubt);
    const auto found = network().look_up(reply);
    ASSERT_TRUE(found.ok()) << found.error().message;
    const bool done = fault == Fault::drop_after || fault == Fault::error_after;
    EXPECT_EQ(found->has_value(), done);
    if (!found->has_value()) {
      EXPECT_TRUE(network().publish(reply).ok());
    }
    EXPECT_EQ(server_->said().size(), before + 1);
  }
}

TEST_F(MastodonTest, nasty_02_a_look_up_that_fails_knows_nothing) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "Here.");
  network();
  server_->on_request([](const fakes::WebRequest&) { return Fault::error_before; });
  for (const auto& doubtful :
       {reply, domain::Utterance{"k", domain::Utterance::Kind::post, "Hi", "en", {}}}) {
    const auto found = network().look_up(doubtful);
    ASSERT_FALSE(found.ok()) << doubtful.text;
    EXPECT_EQ(found.error().kind, ErrorKind::unavailable);
  }
}

// nasty 10: 429 with something remaining; the bot leaves the server alone until it may ask again.
TEST_F(MastodonTest, nasty_10_after_429_nothing_is_sent_until_the_reset) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "Here.");
  server_->next_attempts({Fault::too_many});
  const auto said = network().publish(reply);
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, ErrorKind::unavailable);
  EXPECT_NE(said.error().message.find("Too many requests (HTTP 429)"), std::string::npos);
  const auto again = network().publish(reply);
  EXPECT_NE(again.error().message.find("wants to be asked less often; the bot waits."), std::string::npos);
  EXPECT_EQ(server_->asked("POST", "/api/v1/statuses"), 1);
  clock_.advance(std::chrono::seconds{31});  // the reset that the server named is at 18:00:30
  EXPECT_TRUE(network().publish(reply).ok());
}

// nasty 12: 200, and nobody can see it.
TEST_F(MastodonTest, nasty_12_what_a_spam_filter_drops_is_not_counted_as_said) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "Here.");
  server_->next_attempts({Fault::dropped_quietly});
  const auto said = network().publish(reply);
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, ErrorKind::refused);
  EXPECT_EQ(said.error().message,
            "The server took it and dropped it at once: its spam filter, most likely. Nobody can see it.");
}

// nasty 13: the post that is answered was deleted meanwhile.
TEST_F(MastodonTest, nasty_13_a_parent_that_is_gone_refuses_the_reply) {
  const std::string id = server_->post("ana", "Slides? #flockcourse");
  const auto reply = reply_to(post_of(id), "Here.");
  server_->remove(id);
  const auto said = network().publish(reply);
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, ErrorKind::refused);
  EXPECT_TRUE(server_->said().empty());
}

TEST_F(MastodonTest, nasty_13_a_reply_that_ended_up_alone_is_taken_back) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "Here.");
  server_->next_attempts({Fault::as_root});
  const auto said = network().publish(reply);
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, ErrorKind::refused);
  EXPECT_EQ(said.error().message, "The post it answers is not there any more.");
  EXPECT_TRUE(server_->said().empty());
}

TEST_F(MastodonTest, withdrawing_twice_is_fine) {
  const auto said = network().publish({"k", domain::Utterance::Kind::post, "Hello", "en", {}});
  ASSERT_TRUE(said.ok());
  EXPECT_TRUE(network().withdraw(said->id).ok());
  EXPECT_TRUE(network().withdraw(said->id).ok());
  EXPECT_TRUE(server_->said().empty());
}

TEST_F(MastodonTest, withdrawing_from_a_server_that_is_away_is_tried_again) {
  const auto said = network().publish({"k", domain::Utterance::Kind::post, "Hello", "en", {}});
  server_->on_request([](const fakes::WebRequest&) { return Fault::drop_before; });
  EXPECT_EQ(network().withdraw(said->id).error().kind, ErrorKind::unavailable);
}

TEST_F(MastodonTest, a_thread_is_read_whole_from_its_root) {
  const std::string root = server_->post("ana", "Where are the slides? #flockcourse");
  const std::string answer = server_->post("ben", "On the page", {.in_reply_to = root});
  const std::string thanks = server_->post("ana", "Thanks!", {.in_reply_to = answer});
  const auto thread = network().read_thread(post_of(answer));
  ASSERT_TRUE(thread.ok());
  ASSERT_EQ(thread->size(), 3U);
  for (const auto& post : *thread) EXPECT_EQ(post.thread, root);
  EXPECT_EQ(thread->at(2).text, "Thanks!");
  EXPECT_EQ(network().read_thread(post_of("999999")).error().kind, ErrorKind::not_found);
}

TEST_F(MastodonTest, a_token_that_is_no_good_is_told_at_the_start) {
  server_->refuse_token(true);
  const auto opened = networks::MastodonNetwork::open(options(), http_, reach_, clock_);
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().message.find("The bot's token is not accepted (any more)."), std::string::npos);
}

TEST_F(MastodonTest, a_server_that_is_away_does_not_keep_the_bot_from_starting_again) {
  const std::string id = network().self().id;
  network_.reset();
  server_->on_request([](const fakes::WebRequest&) { return Fault::drop_before; });
  EXPECT_EQ(network().self().id, id);
  EXPECT_EQ(network().self().handle, "flockmate");
  EXPECT_EQ(complaints().size(), 1U);
}

}  // namespace
}  // namespace network_tests
