#include <sys/stat.h>

#include <fstream>

#include "base/files.hpp"
#include "tests/networks/bluesky_world.hpp"

// Nasty behaviours 10 and 11: few logins, and an expiry that is a 400.
namespace {

using base::ErrorKind;
using fakes::BlueskyFault;
using networks::BlueskyAccount;
using networks::BlueskySession;
using networks::TokenFile;

constexpr const char* login = "com.atproto.server.createSession";
constexpr const char* refresh = "com.atproto.server.refreshSession";
constexpr const char* any = "app.bsky.feed.getPosts";

class BlueskySessions : public network_tests::BlueskyTest {
 protected:
  std::unique_ptr<BlueskySession> open(const std::string& password = fakes::BlueskyServer::password,
                                       const std::string& handle = "flockmate.test") {
    return std::make_unique<BlueskySession>(server, clock, TokenFile(place),
                                            BlueskyAccount{fakes::BlueskyServer::address, handle, password});
  }
  base::Result<networks::XrpcAnswer> ask(BlueskySession& session) { return session.read(any, {}); }
  const std::filesystem::path place = folder.path() / "tokens" / "bluesky.json";
};

TEST_F(BlueskySessions, a_session_lasts_over_restarts_and_is_its_owners_alone) {
  auto session = open();
  EXPECT_EQ(session->did(), "");
  EXPECT_EQ(session->handle(), "flockmate.test");
  ASSERT_TRUE(ask(*session).ok());
  EXPECT_EQ(session->did(), bot);
  struct stat about {};
  ASSERT_EQ(::stat(place.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(place.parent_path().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0700U);
  session = open();
  EXPECT_EQ(session->did(), bot);
  ASSERT_TRUE(ask(*session).ok());
  EXPECT_EQ(server.calls(login), 1);
}

TEST_F(BlueskySessions, nasty_11_an_expired_token_is_a_400_and_is_renewed_without_a_login) {
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  server.expire_access();
  const auto answer = ask(*session);
  ASSERT_TRUE(answer.ok() && answer->ok());
  EXPECT_EQ(server.calls(refresh), 1);
  EXPECT_EQ(server.calls(login), 1);
  session = open();  // the new tokens are the ones on disk
  ASSERT_TRUE(ask(*session).ok());
  EXPECT_EQ(server.calls(refresh), 1);
}

TEST_F(BlueskySessions, nasty_11_the_new_token_is_on_disk_before_the_old_one_is_dropped) {
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  server.expire_access();
  server.next(refresh, {BlueskyFault::lost_answer()});
  EXPECT_EQ(ask(*session).error().kind, ErrorKind::unavailable);
  const auto kept = nlohmann::json::parse(*base::read_file(place));
  EXPECT_EQ(kept["refresh"], "refresh-1");  // still there to be tried again
}

TEST_F(BlueskySessions, nasty_11_when_both_tokens_are_over_it_logs_in_once) {
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  server.expire_access();
  server.expire_refresh();
  const auto answer = ask(*session);
  ASSERT_TRUE(answer.ok() && answer->ok());
  EXPECT_EQ(server.calls(login), 2);
}

TEST_F(BlueskySessions, nasty_11_two_callers_renew_once) {
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  server.expire_access();
  std::vector<std::jthread> callers;
  std::atomic<int> fine{0};
  callers.reserve(8);
  for (int caller = 0; caller < 8; ++caller) {
    callers.emplace_back([&] {
      const auto answer = ask(*session);
      if (answer && answer->ok()) ++fine;
    });
  }
  callers.clear();
  EXPECT_EQ(fine, 8);
  EXPECT_EQ(server.calls(refresh), 1);
}

TEST_F(BlueskySessions, nasty_10_a_wrong_password_is_not_tried_in_a_loop) {
  auto session = open("wrong");
  const auto first = session->open();
  ASSERT_FALSE(first.ok());
  EXPECT_EQ(first.error().kind, ErrorKind::refused);
  EXPECT_EQ(first.error().message,
            "Bluesky does not let flockmate.test in: Invalid identifier or password. Make an app password "
            "(Settings, Privacy and security, App passwords) and put it into the credential.");
  EXPECT_EQ(session->open().error().message,
            "Bluesky is not asked for a new session before 2026-03-03T18:01:00Z: logins are few there.");
  for (int minute = 0; minute < 24 * 60; ++minute) {
    clock.advance(std::chrono::minutes{1});
    (void)session->open();
  }
  EXPECT_LE(server.calls(login), 11);
  EXPECT_GE(server.calls(login), 8);
}

TEST_F(BlueskySessions, nasty_10_logins_are_counted_over_restarts) {
  for (int start = 0; start < 30; ++start) (void)open("wrong")->open();
  EXPECT_EQ(server.calls(login), 10);
  clock.advance(std::chrono::hours{25});
  EXPECT_TRUE(open()->open().ok());
}

TEST_F(BlueskySessions, nasty_10_a_login_refused_for_a_day_is_not_tried_again_that_day) {
  const auto day = std::to_string(base::to_millis(clock.now()) / 1000 + 86'400);
  server.next(login, {BlueskyFault::answer(429, "RateLimitExceeded",
                                           {{"ratelimit-limit", "10"},
                                            {"ratelimit-remaining", "3"},  // and yet
                                            {"ratelimit-reset", day}})});
  EXPECT_EQ(open()->open().error().kind, ErrorKind::unavailable);
  for (int hour = 0; hour < 23; ++hour) {
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(open()->open().error().message,
              "Bluesky is not asked for a new session before 2026-03-04T18:00:00Z: logins are few there.");
  }
  EXPECT_EQ(server.calls(login), 1);
  clock.advance(std::chrono::hours{1});
  EXPECT_TRUE(open()->open().ok());
}

TEST_F(BlueskySessions, the_accounts_own_server_is_talked_to) {
  server.move_to("https://oyster.example");
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  EXPECT_EQ(server.requests().back().url.rfind("https://oyster.example/xrpc/", 0), 0U);
}

TEST_F(BlueskySessions, nobody_sends_it_to_this_machine) {
  for (const char* server_told : {"http://localhost:8080", "https://user:x@evil.example", "ftp://x", "x"}) {
    std::filesystem::remove_all(folder.path() / "tokens");
    server.move_to(server_told);
    auto session = open();
    ASSERT_TRUE(ask(*session).ok());
    EXPECT_EQ(server.requests().back().url.rfind("https://pds.example/xrpc/", 0), 0U) << server_told;
  }
}

TEST_F(BlueskySessions, another_account_in_the_config_is_another_session) {
  ASSERT_TRUE(ask(*open()).ok());
  auto session = open(fakes::BlueskyServer::password, "other.test");
  EXPECT_EQ(session->did(), "");
  ASSERT_TRUE(ask(*session).ok());
  EXPECT_EQ(server.calls(login), 2);
}

TEST_F(BlueskySessions, a_file_that_others_can_read_is_not_used) {
  ASSERT_TRUE(ask(*open()).ok());
  ::chmod(place.c_str(), 0644);
  const auto read = TokenFile(place).read();
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::refused);
  EXPECT_EQ(read.error().message,
            place.string() + " can be read by others. Run: chmod 600 " + place.string());
}

TEST_F(BlueskySessions, nonsense_is_no_answer) {
  auto session = open();
  ASSERT_TRUE(ask(*session).ok());
  server.next(any, {BlueskyFault::answer(200, "")});
  EXPECT_TRUE(ask(*session).ok());
  std::ofstream(place) << "{not json";
  EXPECT_EQ(open()->did(), "");
}

}  // namespace
