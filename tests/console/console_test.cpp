// The whole console over a socket, and the small parts it is made of.
#include "console/console.hpp"

#include <gtest/gtest.h>

#include "console/guard.hpp"
#include "console/voices.hpp"
#include "console/words.hpp"
#include "domain/content.hpp"
#include "rulefile/cases.hpp"
#include "rulefile/read_options.hpp"
#include "tests/console/wire.hpp"
#include "tests/console/world.hpp"

namespace console_test {
namespace {

using namespace std::chrono_literals;

TEST(Console, ServesThePracticePage) {
  World world;
  auto started = console::Console::start(world.options(), world.practice_ports());
  ASSERT_TRUE(started) << started.error().message;
  const std::uint16_t port = (*started)->port();
  EXPECT_EQ((*started)->address(), "http://127.0.0.1:" + std::to_string(port) + "/");
  const std::string page = fetch(port, "/");
  EXPECT_EQ(status_of(page), 200);
  EXPECT_NE(page.find("Set-Cookie: flockmate_session="), std::string::npos);
  EXPECT_NE(page.find("; HttpOnly; SameSite=Strict\r\n"), std::string::npos);
  EXPECT_EQ(page.find("<style"), std::string::npos);
  EXPECT_EQ(page.find(" style="), std::string::npos);
  EXPECT_EQ(page.find(" onclick"), std::string::npos);
  EXPECT_EQ(page.find("http://", page.find("<html")), std::string::npos) << "nothing comes from elsewhere";
  world.changes.close();
  (*started)->stop();
  EXPECT_FALSE(Wire(port).connected());
}

TEST(Console, StaticFilesAndNothingElse) {
  World world;
  auto started = console::Console::start(world.options(), world.practice_ports());
  ASSERT_TRUE(started);
  const std::uint16_t port = (*started)->port();
  for (const char* path :
       {"/static/app.css", "/static/app.js", "/static/icon.svg", "/static/bootstrap.min.css"}) {
    EXPECT_EQ(status_of(fetch(port, path)), 200) << path;
  }
  for (const char* path :
       {"/static/", "/static/../pages/frame.mustache", "/static/..%2fpages%2fframe.mustache",
        "/static/%2e%2e/console.cpp", "/static//etc/passwd", "/static/....//app.css", "/../../etc/passwd"}) {
    EXPECT_NE(status_of(fetch(port, path)), 200) << path;
  }
  const std::string css = fetch(port, "/static/app.css");
  const std::size_t tag = css.find("ETag: ");
  ASSERT_NE(tag, std::string::npos);
  EXPECT_EQ(status_of(fetch(port, "/static/app.css", "If-None-Match: " + css.substr(tag + 6, 18) + "\r\n")),
            304);
}

TEST(Console, TellsOpenPagesWhatWasPosted) {
  World world;
  auto started = console::Console::start(world.options(), world.practice_ports());
  ASSERT_TRUE(started);
  const Wire listener((*started)->port());
  listener.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  listener.read_until("retry: 1000", 2s);
  const std::string page = fetch((*started)->port(), "/");
  const std::string cookie = page.substr(page.find("flockmate_session="), 82);
  const std::string mark = "name=\"token\" value=\"";
  const std::string body = "voice=ana&text=Hi&token=" + page.substr(page.find(mark) + mark.size(), 64);
  const std::string host = "127.0.0.1:" + std::to_string((*started)->port());
  const std::string head =
      "POST /say HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nCookie: " + cookie +
      "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size());
  EXPECT_EQ(status_of(answer_to((*started)->port(), head + "\r\nOrigin: http://evil.example\r\n\r\n" + body)),
            403);
  EXPECT_EQ(status_of(answer_to((*started)->port(), head + "\r\nOrigin: null\r\n\r\n" + body)), 403);
  EXPECT_EQ(status_of(answer_to((*started)->port(), head + "\r\nOrigin: http://" + host + "\r\n\r\n" + body)),
            303);
  EXPECT_NE(listener.read_until("event: changed", 2s).find("event: changed"), std::string::npos);
  EXPECT_EQ(world.room.posts.size(), 1U);
}

TEST(Console, HeadGivesNoBody) {
  World world;
  auto started = console::Console::start(world.options(), world.practice_ports());
  ASSERT_TRUE(started);
  const std::string answer =
      answer_to((*started)->port(), "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(answer.substr(answer.size() - 4), "\r\n\r\n");
}

TEST(Guard, HostsAndOrigins) {
  const console::Guard guard({"Bot.Example.org:443"});
  struct Case {
    std::string method, host, origin, type;
    int status;  // 0: let through
  };
  const std::string form = "application/x-www-form-urlencoded";
  const std::vector<Case> cases{
      {"GET", "localhost", "", "", 0},
      {"GET", "LOCALHOST:9000", "", "", 0},
      {"GET", "[::1]:8080", "", "", 0},
      {"GET", "bot.example.org", "", "", 0},
      {"GET", "", "", "", 421},
      {"GET", "evil.example", "", "", 421},
      {"GET", "127.0.0.1.evil.example:8080", "", "", 421},
      {"GET", "localhost.evil.example", "", "", 421},
      {"POST", "localhost:8080", "http://localhost:8080", form, 0},
      {"POST", "bot.example.org", "https://bot.example.org", form + "; charset=UTF-8", 0},
      {"POST", "localhost:8080", "", "", 0},
      {"POST", "localhost:8080", "http://localhost:8081", form, 403},
      {"POST", "localhost:8080", "https://evil.example", form, 403},
      {"POST", "localhost:8080", "null", form, 403},
      {"POST", "localhost:8080", "file://localhost:8080", form, 403},
      {"POST", "localhost:8080", "", "application/json", 415},
      {"POST", "localhost:8080", "", "multipart/form-data; boundary=x", 415},
  };
  for (const Case& one : cases) {
    console::Request request;
    request.method = one.method;
    request.headers = {{"host", one.host}};
    if (!one.origin.empty()) request.headers["origin"] = one.origin;
    if (!one.type.empty()) request.headers["content-type"] = one.type;
    const auto refused = guard.refuse(request);
    EXPECT_EQ(refused ? refused->status : 0, one.status)
        << one.method << " " << one.host << " " << one.origin << " " << one.type;
  }
}

TEST(Words, Ages) {
  const std::vector<std::pair<std::chrono::minutes, std::string>> cases{
      {-5min, "just now"}, {0min, "just now"},     {1min, "1 min"}, {59min, "59 min"},
      {1h, "1 h"},         {190min, "3 h 10 min"}, {47h, "47 h"},   {48h, "2 days"}};
  for (const auto& [age, words] : cases) EXPECT_EQ(console::age_words(age), words);
}

TEST(Words, HandlesFromNames) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Ana", "ana"}, {"Léa Roy-Smith", "lea_roy_smith"}, {"  ", ""}, {"李雷", ""}, {"x!y", "xy"},
      {"..a..", "a"}};
  for (const auto& [name, handle] : cases) EXPECT_EQ(console::handle_from(name), handle) << name;
  EXPECT_LE(console::handle_from(std::string(500, 'a')).size(), 30U);
}

TEST(Words, Actions) {
  domain::Action action;
  const std::vector<std::tuple<domain::ActionKind, std::string, bool, std::string>> cases{
      {domain::ActionKind::reply, "", false, "answers the post"},
      {domain::ActionKind::post, "", false, "posts on its own timeline"},
      {domain::ActionKind::boost, "", false, "reposts it so that others see it"},
      {domain::ActionKind::save_question, "", false, "saves the question"},
      {domain::ActionKind::tell_facilitators, "all", true, "tells all facilitators, urgently"},
      {domain::ActionKind::tell_facilitators, "Dana", false, "tells Dana"},
      {domain::ActionKind::label, "week1", false, "sets the label \"week1\""},
      {domain::ActionKind::add_to_digest, "questions", false, "puts it into the digest of questions"},
      {domain::ActionKind::send_digest, "learners", false, "sends the digest to the learners"},
  };
  for (const auto& [kind, target, urgent, words] : cases) {
    action.kind = kind;
    action.target = target;
    action.urgent = urgent;
    EXPECT_EQ(console::action_words(action), words);
  }
}

TEST(Voices, ANewcomerHasNeverSpoken) {
  domain::Course course;
  std::vector<domain::Post> timeline;
  for (int i = 0; i < 40; ++i) {
    const console::Voices voices = console::voices_of(course, timeline, "flockmate");
    for (const domain::Post& post : timeline) EXPECT_NE(post.author.handle, voices.newcomer.handle);
    domain::Post post;
    post.author.handle = voices.newcomer.handle;
    post.author.name = voices.newcomer.name;
    timeline.insert(timeline.begin(), post);
  }
  const console::Voices last = console::voices_of(course, timeline, "flockmate");
  EXPECT_EQ(last.newcomer.name, "Newcomer 17");
  EXPECT_EQ(last.learners.size(), 22U);
}

TEST(Voices, WhoOnlyBoostedHasNotSpoken) {
  domain::Course course;
  domain::Post boost;
  boost.author.handle = boost.author.name = "ana";
  boost.boost_of = "1";
  const console::Voices voices = console::voices_of(course, {boost}, "flockmate");
  ASSERT_NE(voices.find("ana"), nullptr);
  EXPECT_EQ(voices.find("ana")->name, "Ana");
  EXPECT_EQ(voices.find("nobody"), nullptr);
}

TEST(Http, FormsAreReadWithinBounds) {
  EXPECT_EQ(console::parse_form("a=1&b=two+words&c=%41%zz&=x&d"),
            (console::Fields{{"a", "1"}, {"b", "two words"}, {"c", "A%zz"}, {"d", ""}}));
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "f" + std::to_string(i) + "=1&";
  EXPECT_EQ(console::parse_form(many).size(), 64U);
  EXPECT_EQ(console::parse_cookies("a=1; flockmate_session=x=y; bad; =z"),
            (console::Fields{{"a", "1"}, {"flockmate_session", "x=y"}}));
  EXPECT_EQ(console::percent_encode("a b/é&"), "a%20b%2F%C3%A9%26");
}

}  // namespace
}  // namespace console_test
