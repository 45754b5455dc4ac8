#include <gtest/gtest.h>

#include <thread>

#include "networks/http.hpp"
#include "tests/fakes/web_server.hpp"

namespace {

using fakes::WebRequest;
using fakes::WebServer;
using fakes::WebTalk;
using networks::Http;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr const char* chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

domain::HttpRequest stream(const std::string& url) {
  domain::HttpRequest request;
  request.url = url;
  request.idle = seconds{2};
  return request;
}

struct Heard {
  std::vector<std::string> lines;
  base::Result<domain::HttpResponse> end = domain::HttpResponse{};
};

Heard listen(Http& http, const domain::HttpRequest& request, std::size_t enough,
             const std::stop_token& stop = {}) {
  Heard heard;
  const auto take = [&](std::string_view line) {
    heard.lines.emplace_back(line);
    return heard.lines.size() < enough;
  };
  heard.end = http.read_lines(request, take, stop);
  return heard;
}

TEST(HttpStream, lines_come_as_they_are_sent) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    talk.send_chunk(":)\nevent: upd");
    talk.wait(milliseconds{50});
    talk.send_chunk("ate\r\n\nlast");
    talk.send_chunk("\n");
    talk.send_chunk("");
  });
  Http http({});
  const auto heard = listen(http, stream(server.url("/s")), 100);
  ASSERT_TRUE(heard.end.ok()) << heard.end.error().message;
  EXPECT_EQ(heard.lines, (std::vector<std::string>{":)", "event: update", "", "last"}));
}

// cpprestsdk hands out whole blocks of 64 KiB when a server does not use chunks.
TEST(HttpStream, without_chunks_lines_come_at_once_too) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send("HTTP/1.1 200 OK\r\n\r\nfirst\n");
    talk.wait(seconds{5});
  });
  Http http({});
  const auto before = steady_clock::now();
  const auto heard = listen(http, stream(server.url("/s")), 1);
  EXPECT_LT(steady_clock::now() - before, seconds{1});
  EXPECT_EQ(heard.lines, (std::vector<std::string>{"first"}));
}

TEST(HttpStream, silence_is_a_dead_stream) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    talk.send_chunk(":)\n");
    talk.wait(seconds{10});
  });
  Http http({});
  auto request = stream(server.url("/s"));
  request.idle = milliseconds{300};
  const auto heard = listen(http, request, 100);
  ASSERT_FALSE(heard.end.ok());
  EXPECT_EQ(heard.end.error().message,
            "The stream of localhost broke off: Retrieving message chunk header: it took too long");
}

TEST(HttpStream, heartbeats_keep_it_alive) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    for (int i = 0; i < 6; ++i) {
      talk.send_chunk(":thump\n");
      talk.wait(milliseconds{200});
    }
    talk.send_chunk("");
  });
  Http http({});
  auto request = stream(server.url("/s"));
  request.idle = milliseconds{500};
  const auto heard = listen(http, request, 100);
  EXPECT_TRUE(heard.end.ok());
  EXPECT_EQ(heard.lines.size(), 6U);
}

TEST(HttpStream, a_cut_is_told) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    talk.send_chunk("a\n");
    talk.cut();
  });
  Http http({});
  const auto heard = listen(http, stream(server.url("/s")), 100);
  EXPECT_EQ(heard.lines, (std::vector<std::string>{"a"}));
  EXPECT_FALSE(heard.end.ok());
}

TEST(HttpStream, a_refusal_comes_with_its_words) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.answer(401, "{\"error\":\"Invalid access token\"}", {{"X-Error", "yes"}});
  });
  Http http({});
  const auto heard = listen(http, stream(server.url("/s")), 100);
  ASSERT_TRUE(heard.end.ok());
  EXPECT_TRUE(heard.lines.empty());
  EXPECT_EQ(heard.end->status, 401);
  EXPECT_EQ(heard.end->body, "{\"error\":\"Invalid access token\"}");
}

TEST(HttpStream, a_line_without_end_is_an_error) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    while (talk.send_chunk(std::string(10'000, 'x'))) {
    }
  });
  Http http({});
  auto request = stream(server.url("/s"));
  request.body_limit = 100'000;
  const auto heard = listen(http, request, 100);
  ASSERT_FALSE(heard.end.ok());
  EXPECT_EQ(heard.end.error().message, "A line that localhost sent is too long.");
}

TEST(HttpStream, stops_at_once) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    talk.send_chunk(":)\n");
    talk.wait(seconds{10});
  });
  Http http({});
  auto request = stream(server.url("/s"));
  request.idle = seconds{30};
  std::jthread listener([&](const std::stop_token& stop) { listen(http, request, 100, stop); });
  ASSERT_TRUE(server.wait_for_requests(1));
  const auto before = steady_clock::now();
  listener.request_stop();
  listener.join();
  EXPECT_LT(steady_clock::now() - before, seconds{1});
}

TEST(HttpStream, a_slow_listener_makes_the_server_wait_and_loses_nothing) {
  constexpr int count = 3000;
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send(chunked);
    const std::string line = std::string(3000, 'x') + "\n";
    for (int i = 0; i < count; ++i) talk.send_chunk(line);
    talk.send_chunk("");
  });
  Http http({});
  int heard = 0;
  const auto take = [&](std::string_view line) {
    if (++heard == 1) std::this_thread::sleep_for(milliseconds{500});
    return line.size() == 3000;
  };
  const auto end = http.read_lines(stream(server.url("/s")), take, {});
  EXPECT_TRUE(end.ok());
  EXPECT_EQ(heard, count);
}

}  // namespace
