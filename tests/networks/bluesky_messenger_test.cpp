// Direct messages on Bluesky.
#include "networks/bluesky_messenger.hpp"

#include "tests/networks/bluesky_world.hpp"

namespace {

using base::ErrorKind;
using fakes::BlueskyFault;
using Lines = std::vector<std::string>;

class BlueskyMessengerTest : public network_tests::BlueskyTest {
 protected:
  std::string trouble(const base::Status& status) { return status ? "" : status.error().message; }

  const std::string dana = server.add_account("dana.test");
  networks::BlueskySession session{server, clock, networks::TokenFile(folder.path() / "tokens"),
                                   options().account};
  networks::BlueskyMessenger messenger{session};
};

constexpr const char* takes_none =
    ". In the app they can follow the bot, or allow messages from everyone (Chat, Settings).";

TEST_F(BlueskyMessengerTest, a_message_goes_by_chat_and_is_no_post) {
  EXPECT_EQ(trouble(messenger.tell("dana.test", "spring: A question waits.", "key")), "");
  EXPECT_EQ(server.messages_to(dana), Lines{"spring: A question waits."});
  EXPECT_TRUE(server.records_of(bot, "app.bsky.feed.post").empty());
  EXPECT_TRUE(messenger.examine("dana.test").ok());
  EXPECT_EQ(server.messages_to(dana).size(), 1U);
}

TEST_F(BlueskyMessengerTest, an_app_password_that_was_not_made_for_it_costs_no_login) {
  const std::string why =
      "The bot's app password may not send direct messages. Make a new one with \"Allow access to your "
      "direct "
      "messages\" ticked, then run: flockmate login bluesky.";
  server.forbid_chat(true);
  const auto sent = messenger.tell("dana.test", "Hello", "key");
  EXPECT_EQ(sent.error().kind, ErrorKind::refused);
  EXPECT_EQ(trouble(sent), why);
  EXPECT_EQ(trouble(messenger.examine("dana.test")), why);
  EXPECT_EQ(server.calls("com.atproto.server.createSession"), 1);
  EXPECT_EQ(server.calls("com.atproto.server.refreshSession"), 0);
}

TEST_F(BlueskyMessengerTest, who_takes_no_messages_from_it) {
  server.close_chat(dana);
  const auto sent = messenger.tell("dana.test", "Hello", "key");
  EXPECT_EQ(sent.error().kind, ErrorKind::refused);
  EXPECT_EQ(trouble(sent),
            std::string("They take no direct messages from the bot (recipient requires incoming messages to "
                        "come from someone they follow)") +
                takes_none);
  EXPECT_EQ(trouble(messenger.examine("dana.test")),
            std::string("They take no direct messages from the bot") + takes_none);
}

TEST_F(BlueskyMessengerTest, who_is_not_known) {
  const auto sent = messenger.tell("nobody.test", "Hello", "key");
  EXPECT_EQ(sent.error().kind, ErrorKind::refused);
  EXPECT_EQ(trouble(sent), "Bluesky does not know their handle. Correct it in the course's file.");
  EXPECT_EQ(trouble(messenger.examine("nobody.test")), trouble(sent));
}

TEST_F(BlueskyMessengerTest, limits_and_lost_answers_are_told_apart) {
  server.next("chat.bsky.convo.sendMessage",
              {BlueskyFault::answer(429, "RateLimitExceeded", {{"retry-after", "60"}})});
  EXPECT_EQ(messenger.tell("dana.test", "One", "1").error().kind, ErrorKind::unavailable);
  const int sent = server.calls("chat.bsky.convo.sendMessage");
  EXPECT_EQ(messenger.tell("dana.test", "One", "1").error().kind, ErrorKind::unavailable);
  EXPECT_EQ(server.calls("chat.bsky.convo.sendMessage"), sent) << "the server's limit holds";
  clock.advance(std::chrono::minutes{2});
  server.next("chat.bsky.convo.sendMessage", {BlueskyFault::lost_answer()});
  EXPECT_EQ(messenger.tell("dana.test", "One", "1").error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(server.messages_to(dana), Lines{"One"});
}

}  // namespace
