#include "tests/networks/x_world.hpp"

// What the bot says on X, each thing once, and with which keys.
namespace {

using base::ErrorKind;
using domain::Utterance;
using fakes::XFault;
using networks::XNetwork;
using nlohmann::json;

constexpr const char* create = "POST /2/tweets";
constexpr const char* renewal = "POST /2/oauth2/token";

class XSpeaking : public network_tests::XTest {
 protected:
  // The bot has to know its own account before it can look anything up.
  void SetUp() override {
    ASSERT_TRUE(networks::XMemory(folder.path() / "x.json").set_self(bot, "flockmate").ok());
    network = std::make_unique<XNetwork>(server, reads(), clock, options());
    asked = server.post(ana, {.text = "@flockmate where are the slides?"});
  }
  std::unique_ptr<XNetwork> network;
  std::string asked;
};

TEST_F(XSpeaking, a_reply_names_the_post_it_answers_and_sends_nothing_that_x_does_not_know) {
  const auto published = network->publish(reply_to(asked, "Here: example.org/slides & more"));
  ASSERT_TRUE(published.ok()) << published.error().message;
  EXPECT_EQ(published->url, "https://x.com/i/status/" + published->id);
  const auto requests = server.requests();
  EXPECT_EQ(json::parse(requests.back().body), (json{{"text", "Here: example.org/slides & more"},
                                                     {"reply", {{"in_reply_to_tweet_id", asked}}}}));
}

TEST_F(XSpeaking, a_post_a_boost_and_taking_them_back) {
  Utterance post;
  post.key = "reminder";
  post.kind = Utterance::Kind::post;
  post.text = "Chat tonight #flockcourse";
  const auto said = network->publish(post);
  ASSERT_TRUE(said.ok());
  EXPECT_EQ(server.posts_of(bot).size(), 1U);
  EXPECT_TRUE(network->withdraw(said->id).ok());
  EXPECT_TRUE(server.posts_of(bot).empty());
  EXPECT_TRUE(network->withdraw(said->id).ok()) << "gone already is as good";

  Utterance boost = reply_to(asked);
  boost.kind = Utterance::Kind::boost;
  const auto boosted = network->publish(boost);
  ASSERT_TRUE(boosted.ok());
  const auto found = network->look_up(boost);
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->id, boosted->id);
  EXPECT_TRUE(network->withdraw(boosted->id).ok());
  EXPECT_EQ(server.calls("DELETE /2/users/:id/retweets/:id"), 1);
  const auto gone = network->look_up(boost);
  ASSERT_TRUE(gone.ok());
  EXPECT_FALSE(gone->has_value()) << "it was read before it was taken back";
}

// Nasty behaviour 4: X takes no key, and refuses the retry without telling the id of the first.
TEST_F(XSpeaking, nasty_04_a_lost_answer_is_looked_up_and_a_retry_never_posts_twice) {
  server.next(create, {XFault::lost_answer()});
  const Utterance reply = reply_to(asked, "Here: example.org/slides & more");
  EXPECT_EQ(network->publish(reply).error().kind, ErrorKind::in_doubt);
  const auto again = network->publish(reply);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(again.error().message, "X says that the bot has said this text already.");

  const auto found = network->look_up(reply);
  ASSERT_TRUE(found.ok() && found->has_value());
  const auto posts = server.posts_of(bot);
  ASSERT_EQ(posts.size(), 1U);
  EXPECT_EQ((*found)->id, posts[0]["id"]);
}

TEST_F(XSpeaking, nasty_04_what_was_not_posted_is_not_found_and_the_same_words_elsewhere_are_not_it) {
  const auto other = server.post(ana, {.text = "@flockmate and the recording?"});
  ASSERT_TRUE(network->publish(reply_to(other)).ok());
  const auto found = network->look_up(reply_to(asked));
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->has_value());
  // X refuses the words because of the other post: after two look-ups that found nothing that is final.
  EXPECT_EQ(network->publish(reply_to(asked)).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(network->publish(reply_to(asked)).error().kind, ErrorKind::in_doubt);
  const auto last = network->publish(reply_to(asked));
  EXPECT_EQ(last.error().kind, ErrorKind::refused);
  EXPECT_EQ(last.error().message, "X refused it: the bot has said the same text already.");
}

TEST_F(XSpeaking, nasty_04_an_own_timeline_with_no_end_tells_nothing) {
  for (int i = 0; i < 200; ++i) server.post(bot, {.text = "Noted " + std::to_string(i)});
  const auto found = network->look_up(reply_to(asked));
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().kind, ErrorKind::in_doubt) << "asked, and cannot tell";
  EXPECT_EQ(found.error().message, "The bot's own timeline is too long to be sure.");
}

struct Refusal {
  const char* name;
  XFault fault;
  ErrorKind kind;
  const char* message;
};

TEST_F(XSpeaking, what_a_failed_attempt_means) {
  const Refusal refusals[] = {
      {"no connection", XFault::no_connection(), ErrorKind::unavailable, "no connection"},
      {"a crash", XFault::answer(503), ErrorKind::in_doubt, "X answered 503."},
      {"a redirect", XFault::answer(302), ErrorKind::in_doubt, "X answered 302."},
      {"no JSON", XFault::answer(201, "<html>"), ErrorKind::in_doubt, "X's answer is no JSON."},
      {"no id", XFault::answer(201), ErrorKind::in_doubt, "X took it and did not say as which post."},
      {"no credits", XFault::answer(402, R"({"title": "CreditsDepleted"})"), ErrorKind::unavailable,
       "X's credits are used up: CreditsDepleted"},
      {"not summoned", XFault::answer(403, R"({"detail": "You were not mentioned."})"), ErrorKind::refused,
       "X refused it: You were not mentioned."},
      {"wrong", XFault::answer(400, R"({"errors": [{"message": "Too odd."}]})"), ErrorKind::refused,
       "X refused it: Too odd."},
  };
  for (const Refusal& one : refusals) {
    server.next(create, {one.fault});
    const auto published = network->publish(reply_to(asked));
    ASSERT_FALSE(published.ok()) << one.name;
    EXPECT_EQ(published.error().kind, one.kind) << one.name;
    EXPECT_EQ(published.error().message, one.message);
  }
  EXPECT_TRUE(server.posts_of(bot).empty());
}

TEST_F(XSpeaking, nasty_13_a_post_that_is_gone_and_one_that_did_not_ask_are_refused) {
  const auto unasked = server.post(ana, {.text = "Hello #flockcourse"});
  EXPECT_EQ(
      network->publish(reply_to(unasked)).error().message,
      "X refused it: Reply to this conversation is not allowed because you have not been mentioned by its "
      "author.");
  server.remove(asked);
  const auto published = network->publish(reply_to(asked));
  EXPECT_EQ(published.error().kind, ErrorKind::refused);
  EXPECT_EQ(published.error().message,
            "X refused it: You attempted to reply to a Tweet that is deleted or not visible to you.");
}

TEST_F(XSpeaking, what_is_too_long_is_not_sent) {
  const auto published = network->publish(reply_to(asked, std::string(281, 'x')));
  EXPECT_EQ(published.error().message, "It is longer than the 280 characters of a post on X.");
  EXPECT_EQ(server.calls(create), 0);
}

// Nasty behaviour 10: a 429 with calls remaining, the reset in seconds since 1970.
TEST_F(XSpeaking, nasty_10_a_429_with_something_remaining_is_waited_for) {
  const auto reset = std::to_string(base::to_millis(clock.now()) / 1000 + 600);
  server.next(
      create,
      {XFault::answer(
          429, "{}",
          {{"x-rate-limit-limit", "100"}, {"x-rate-limit-remaining", "42"}, {"x-rate-limit-reset", reset}})});
  EXPECT_EQ(network->publish(reply_to(asked)).error().kind, ErrorKind::unavailable);
  const auto early = network->publish(reply_to(asked));
  EXPECT_EQ(early.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(server.calls(create), 1) << "not asked again before its time";
  EXPECT_TRUE(network->look_up(reply_to(asked)).ok()) << "other calls go on";
  clock.advance(std::chrono::minutes{11});
  EXPECT_TRUE(network->publish(reply_to(asked)).ok());
}

// Nasty behaviour 11: a refresh token is good for one use; two at once would end the session.
TEST_F(XSpeaking, nasty_11_the_refresh_token_is_used_once_however_many_ask) {
  std::vector<std::jthread> callers;
  callers.reserve(8);
  std::atomic<int> good{0};
  for (int i = 0; i < 8; ++i) {
    callers.emplace_back(
        [&, i] { good += network->publish(reply_to(asked, "Hello " + std::to_string(i))).ok(); });
  }
  callers.clear();
  EXPECT_EQ(good, 8);
  EXPECT_EQ(server.calls(renewal), 1);
}

TEST_F(XSpeaking, nasty_11_the_next_refresh_token_is_on_disk_before_it_is_used) {
  ASSERT_TRUE(network->publish(reply_to(asked)).ok());
  network.reset();
  const auto kept = networks::TokenFile(folder.path() / "tokens" / "x.json").read();
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(json::parse(*kept)["refresh"], "refresh-1");
  const auto rights = std::filesystem::status(folder.path() / "tokens" / "x.json").permissions();
  EXPECT_EQ(rights & std::filesystem::perms::mask,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  // After a restart with the same credential, of which the token is used up, the session goes on.
  clock.advance(std::chrono::hours{3});
  network = std::make_unique<XNetwork>(server, reads(), clock, options());
  EXPECT_TRUE(network->publish(reply_to(asked, "Still here")).ok());
  EXPECT_EQ(server.refresh_token(), "refresh-2");
}

TEST_F(XSpeaking, nasty_11_a_token_that_is_over_early_is_renewed_and_a_session_that_is_over_is_told) {
  ASSERT_TRUE(network->publish(reply_to(asked)).ok());
  server.revoke_access();
  EXPECT_TRUE(network->publish(reply_to(asked, "Again")).ok());
  EXPECT_EQ(server.posts_of(bot).size(), 2U);
  server.revoke_access();
  server.next(renewal, {XFault::answer(400, R"({"error_description": "Value passed was invalid."})")});
  const auto over = network->publish(reply_to(asked, "And again"));
  EXPECT_EQ(over.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(
      over.error().message,
      "X no longer accepts the bot's refresh token (Value passed was invalid.). Log in again and put the "
      "new one into the credential.");
}

// Nasty behaviour 17: a signature carries the time of this machine.
TEST_F(XSpeaking, nasty_17_a_clock_that_is_wrong_is_named) {
  networks::XOptions signing = options();
  signing.keys = {fakes::XServer::bearer, "", "", "", "key", "secret", "token", "token-secret"};
  XNetwork signed_network(server, reads(), clock, signing);
  server.next(create,
              {XFault::answer(401, R"({"errors": [{"code": 135, "message": "Timestamp out of bounds."}]})",
                              {{"date", "Tue, 03 Mar 2026 17:54:30 GMT"}})});
  const auto published = signed_network.publish(reply_to(asked));
  EXPECT_EQ(published.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(published.error().message,
            "X refuses calls because this machine's clock is wrong by 5 min, ahead of X's. Switch time "
            "synchronisation on: timedatectl set-ntp true.");
  EXPECT_TRUE(signed_network.publish(reply_to(asked)).ok());
  EXPECT_EQ(server.calls(renewal), 0);
}

// The signed example of X's own documentation ("Creating a signature"), of which the keys are public.
TEST(XKeys, a_signature_as_computed_by_others) {
  networks::XKeys keys;
  keys.api_key = "xvz1evFS4wEEPTGEFPHBog";
  keys.api_secret = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
  keys.access_token = "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb";
  keys.access_secret = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";
  domain::HttpRequest request;
  request.method = "POST";
  request.url =
      "https://api.x.com/1.1/statuses/"
      "update.json?include_entities=true&status=Hello%20Ladies%20%2B%20Gentlemen%2C"
      "%20a%20signed%20OAuth%20request%21";
  networks::sign_for_x(request, keys, base::from_millis(1318622958000),
                       "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");
  EXPECT_NE(request.headers["authorization"].find("oauth_signature=\"Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D\""),
            std::string::npos)
      << request.headers["authorization"];
}

TEST(XKeys, what_a_credential_lacks_is_said_without_showing_it) {
  const auto message = [](const char* text) {
    const auto keys = networks::read_x_keys(text);
    return keys ? std::string() : keys.error().message;
  };
  EXPECT_EQ(message("bearer: b\nclient_id: c\nrefresh_token: r"), "");
  EXPECT_EQ(message("# ours\nbearer: b\napi_key: k\napi_secret: s\naccess_token: t\naccess_secret: u\n"), "");
  EXPECT_EQ(message("client_id: c"), "X's credential lacks a line `bearer: …`, the app's bearer token.");
  EXPECT_EQ(message("bearer: b\napi_key: k"),
            "X's credential needs `client_id` and `refresh_token` (OAuth 2.0), or `api_key`, `api_secret`, "
            "`access_token` and `access_secret` (OAuth 1.0a).");
  EXPECT_EQ(message("s3cret"),
            "X's credential has a line that is not one of: bearer, client_id, client_secret, refresh_token, "
            "api_key, api_secret, access_token, access_secret, each followed by a colon and its value.");
}

}  // namespace
