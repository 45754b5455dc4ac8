// Under `run` everything stands behind one password.
#include <gtest/gtest.h>
#include <sodium.h>

#include "console/login_gate.hpp"
#include "language/reading.hpp"
#include "rulefile/cases.hpp"
#include "rulefile/read_options.hpp"
#include "tests/console/world.hpp"

namespace console_test {
namespace {

using console::LoginGate;
using console::Response;

std::string hash_of(const std::string& password) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  EXPECT_GE(sodium_init(), 0);
  EXPECT_EQ(crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                              crypto_pwhash_MEMLIMIT_MIN),
            0);
  hash.resize(hash.find('\0'));
  return hash;
}

class Login : public ::testing::Test {
 protected:
  Login() : pages(world.service_pages(hash_of("gentle heron"))), visitor(*pages) {}
  Response try_password(const std::string& password) {
    visitor.get("/login");
    return visitor.post("/login", {{"password", password}});
  }

  World world;
  std::unique_ptr<console::DeskPages> pages;
  Visitor visitor;
};

TEST_F(Login, NothingIsShownBefore) {
  for (const char* path : {"/", "/why", "/anything"}) {
    const Response answer = visitor.get(path);
    EXPECT_EQ(answer.status, 303) << path;
    EXPECT_EQ(header_of(answer, "Location"), "/login");
  }
  EXPECT_EQ(visitor.get("/api/status").status, 401);
  EXPECT_EQ(visitor.get("/events").status, 401);
  visitor.get("/login");
  EXPECT_EQ(visitor.post("/speech/on", {}).status, 401);
  EXPECT_TRUE(world.desk.calls.empty());
}

TEST_F(Login, HealthAndStyleNeedNone) {
  EXPECT_EQ(visitor.get("/health").status, 200);
  EXPECT_EQ(visitor.get("/static/app.css").status, 200);
}

TEST_F(Login, ThePageReads) {
  EXPECT_NE(words_of(visitor.get("/login").body)
                .find("For facilitators Please give the password of the facilitators' pages. Whoever runs "
                      "Flockmate for you knows it. Password Log in"),
            std::string::npos);
}

TEST_F(Login, TheRightPasswordOpensAndTheIdChanges) {
  visitor.get("/login");
  const std::string before = visitor.cookie;
  const Response answer = visitor.post("/login", {{"password", "gentle heron"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(header_of(answer, "Location"), "/");
  EXPECT_NE(visitor.cookie, before);
  EXPECT_EQ(header_of(answer, "Set-Cookie"),
            "flockmate_session=" + visitor.cookie + "; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
  const std::string page = words_of(visitor.get("/").body);
  EXPECT_NE(page.find("Log out"), std::string::npos);
  // The room is for reading here: nothing to post with, no clock, no policies.
  EXPECT_EQ(page.find("Speak as"), std::string::npos);
  EXPECT_EQ(page.find("+15 min"), std::string::npos);
  EXPECT_EQ(page.find("Practice room"), std::string::npos);
  EXPECT_EQ(visitor.post("/say", {{"voice", "ana"}, {"text", "Hi"}}).status, 404);
  EXPECT_EQ(visitor.post("/clock", {{"by", "1h"}}).status, 404);
  EXPECT_EQ(visitor.post("/policy", {{"policy", "x"}}).status, 404);
  EXPECT_EQ(visitor.post("/speech/on", {}).status, 303);
  Visitor thief(*pages);
  thief.cookie = before;
  EXPECT_EQ(thief.get("/").status, 303);
}

TEST_F(Login, TheTimelineComesFromTheStore) {
  domain::Post post;
  post.network = domain::NetworkKind::mastodon;
  post.id = "1";
  post.thread = "1";
  post.author = {"a1", "ana@social.example", "Ana", false, false, false};
  post.text = "Hello #flockcourse";
  post.url = "https://social.example/@ana/1";
  post.created_at = world.clock.now();
  world.keep(post);
  try_password("gentle heron");
  const std::string page = visitor.get("/").body;
  EXPECT_NE(words_of(page).find(
                "Ana @ana@social.example new here Tue 3 Mar 18:00 Hello #flockcourse Open on Mastodon"),
            std::string::npos);
  EXPECT_NE(page.find("<a href=\"https://social.example/@ana/1\" rel=\"noreferrer\">"), std::string::npos);
}

TEST_F(Login, LoggingOutClosesAndTimeDoesToo) {
  try_password("gentle heron");
  visitor.get("/");
  EXPECT_EQ(header_of(visitor.post("/logout", {}), "Location"), "/login");
  EXPECT_EQ(visitor.get("/").status, 303);
  try_password("gentle heron");
  world.clock.advance(std::chrono::hours(12));
  EXPECT_EQ(visitor.get("/").status, 303);
}

TEST_F(Login, AWrongPasswordIsSaidAndGuessingIsSlow) {
  for (int i = 0; i < 5; ++i) {
    const Response wrong = try_password("heron");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_NE(words_of(wrong.body).find("That is not the password. Check capital letters and try again."),
              std::string::npos);
  }
  const Response waiting = try_password("gentle heron");
  EXPECT_EQ(waiting.status, 429);
  EXPECT_EQ(header_of(waiting, "Retry-After"), "60");
  EXPECT_NE(words_of(waiting.body).find("Too many wrong tries. Please wait 60 seconds, then try again."),
            std::string::npos);
  visitor.address = "192.0.2.7";  // others are not kept waiting
  EXPECT_EQ(try_password("gentle heron").status, 303);
  visitor.address = "127.0.0.1";
  world.clock.advance(std::chrono::seconds(60));
  EXPECT_EQ(try_password("gentle heron").status, 303);
}

TEST_F(Login, OnlyKnownHostsAreAnswered) {
  visitor.more_headers["host"] = "evil.example";
  EXPECT_EQ(visitor.get("/login").status, 421);
  visitor.more_headers["host"] = "bot.example.org";
  EXPECT_EQ(visitor.get("/login").status, 200);
}

TEST(LoginGate, EachFurtherTryDoublesTheWait) {
  LoginGate gate(hash_of("right"));
  fakes::FixedClock clock;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(gate.ask("a", "wrong", clock.now()).wait, base::Duration{0});
  for (const int minutes : {1, 2, 4, 8, 15, 15}) {
    const auto answer = gate.ask("a", "right", clock.now());
    EXPECT_FALSE(answer.open);
    EXPECT_EQ(answer.wait, std::chrono::minutes(minutes));
    clock.advance(answer.wait);
    EXPECT_FALSE(gate.ask("a", "wrong", clock.now()).open);
  }
}

TEST(LoginGate, ASuccessForgetsTheMistakes) {
  LoginGate gate(hash_of("right"));
  fakes::FixedClock clock;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(gate.ask("a", "wrong", clock.now()).open);
    EXPECT_TRUE(gate.ask("a", "right", clock.now()).open);
  }
}

TEST(LoginGate, KnowsAHashFromAPassword) {
  EXPECT_TRUE(LoginGate::is_hash(hash_of("right")));
  EXPECT_FALSE(LoginGate::is_hash("right"));
}

TEST(Console, RefusesToStartUnsafely) {
  World world;
  struct Case {
    bool practice;
    std::string host;
    std::optional<std::string> hash;
    std::string words;
  };
  const std::vector<Case> cases{
      {true, "0.0.0.0", std::nullopt,
       "The practice page has no password, so it listens on this machine only: use 127.0.0.1, not "
       "\"0.0.0.0\"."},
      {false, "127.0.0.1", std::nullopt,
       "The facilitators' pages need a password. Put its hash into the credential that the settings name."},
      {false, "127.0.0.1", "hunter2",
       "The facilitators' password is not stored as a hash. Store a hash that begins with $argon2, never the "
       "password itself."},
      {true, "localhos", std::nullopt,
       "The practice page has no password, so it listens on this machine only: use 127.0.0.1, not "
       "\"localhos\"."},
  };
  for (const Case& unsafe : cases) {
    console::Options options = world.options();
    options.practice = unsafe.practice;
    options.host = unsafe.host;
    options.password_hash = unsafe.hash;
    const auto started = console::Console::start(options, world.practice_ports());
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().message, unsafe.words);
  }
}

}  // namespace
}  // namespace console_test
