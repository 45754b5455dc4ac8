// Direct messages on Mastodon.
#include "networks/mastodon_messenger.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "networks/http.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

using base::ErrorKind;
using nlohmann::json;

class MastodonMessengerTest : public testing::Test {
 protected:
  fakes::FixedClock clock;
  networks::Http http{{}};
};

TEST_F(MastodonMessengerTest, a_message_mentions_one_person_and_nobody_else_sees_it) {
  fakes::MastodonServer server(clock);
  networks::MastodonMessenger messenger(server.url(), server.token(), http, clock);
  ASSERT_TRUE(messenger.tell("dana", "spring: A question waits.", "a key").ok());
  const auto said = server.said();
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].text, "@dana spring: A question waits.");
  EXPECT_EQ(said[0].visibility, "direct");
  const auto requests = server.requests();
  const json body = json::parse(requests.back().body);
  EXPECT_EQ(body["allowed_mentions"], json::array({server.id_of("dana")}));
  EXPECT_FALSE(requests.back().header("idempotency-key").empty());
  EXPECT_TRUE(messenger.examine("dana").ok());
  EXPECT_EQ(server.said().size(), 1U);
}

TEST_F(MastodonMessengerTest, the_same_key_is_said_once) {
  fakes::MastodonServer::Options kind;
  kind.repeated_key_fails = false;
  fakes::MastodonServer server(clock, kind);
  networks::MastodonMessenger messenger(server.url(), server.token(), http, clock);
  server.next_attempts({fakes::MastodonFault::error_after});
  EXPECT_EQ(messenger.tell("dana", "One.", "key").error().kind, ErrorKind::in_doubt);
  EXPECT_TRUE(messenger.tell("dana", "One.", "key").ok());
  EXPECT_EQ(server.said().size(), 1U);
}

TEST_F(MastodonMessengerTest, a_limit_is_kept_to) {
  fakes::MastodonServer server(clock);
  networks::MastodonMessenger messenger(server.url(), server.token(), http, clock);
  server.next_attempts({fakes::MastodonFault::too_many});
  EXPECT_EQ(messenger.tell("dana", "One.", "key").error().kind, ErrorKind::unavailable);
  EXPECT_EQ(messenger.tell("dana", "One.", "key").error().kind, ErrorKind::unavailable);
  EXPECT_EQ(server.asked("POST", "/api/v1/statuses"), 1);
}

// A server with odd answers.
class OddServer : public MastodonMessengerTest {
 protected:
  base::Status tell() {
    const fakes::WebServer server([this](const fakes::WebRequest& request, fakes::WebTalk& talk) {
      const auto known = answers.find(request.method + " " + request.path);
      if (known == answers.end()) {
        talk.answer(404, R"({"error":"Record not found"})");
      } else {
        talk.answer(200, known->second.dump());
      }
    });
    networks::MastodonMessenger messenger(server.url(), "token", http, clock);
    auto told = messenger.tell("dana@other.example", "One.", "key");
    for (const auto& request : server.requests()) asked += request.method + " " + request.path + "\n";
    return told;
  }
  std::map<std::string, json> answers;
  std::string asked;
};

TEST_F(OddServer, whom_it_has_never_met_is_looked_for) {
  const json dana{{"id", "7"}, {"acct", "dana@other.example"}};
  answers["GET /api/v2/search"] = {{"accounts", {dana}}};
  answers["POST /api/v1/statuses"] = {{"id", "1"}, {"visibility", "direct"}};
  EXPECT_TRUE(tell().ok());
  EXPECT_EQ(asked, "GET /api/v1/accounts/lookup\nGET /api/v2/search\nPOST /api/v1/statuses\n");
}

TEST_F(OddServer, who_is_known_to_nobody) {
  answers["GET /api/v2/search"] = {{"accounts", json::array()}};
  const auto told = tell();
  EXPECT_EQ(told.error().kind, ErrorKind::refused);
  EXPECT_EQ(
      told.error().message,
      "The bot's server does not know their handle. Write it in full, with its server, into the course's "
      "file: \"@dana@social.example\".");
}

TEST_F(OddServer, that_does_not_keep_it_private_has_to_take_it_back) {
  answers["GET /api/v1/accounts/lookup"] = {{"id", "7"}, {"acct", "dana@other.example"}};
  answers["POST /api/v1/statuses"] = {{"id", "1"}, {"visibility", "public"}};
  answers["DELETE /api/v1/statuses/1"] = {{"id", "1"}};
  const auto told = tell();
  EXPECT_EQ(told.error().kind, ErrorKind::refused);
  EXPECT_EQ(told.error().message, "The server does not keep direct messages private, so none is sent.");
  EXPECT_EQ(asked, "GET /api/v1/accounts/lookup\nPOST /api/v1/statuses\nDELETE /api/v1/statuses/1\n");
}

}  // namespace
