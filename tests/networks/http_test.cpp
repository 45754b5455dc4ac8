// Against a real server on this machine. What the server saw is as important as what we got.
#include "networks/http.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/fakes/web_server.hpp"

namespace {

using base::ErrorKind;
using domain::HttpRequest;
using fakes::WebRequest;
using fakes::WebServer;
using fakes::WebTalk;
using networks::Http;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

HttpRequest post(const std::string& url) {
  HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.headers["content-type"] = "application/json";
  request.body = "{\"status\":\"hello\"}";
  request.idle = seconds{2};
  request.total = seconds{3};
  return request;
}

HttpRequest get(const std::string& url) {
  HttpRequest request;
  request.url = url;
  request.idle = seconds{2};
  request.total = seconds{3};
  return request;
}

TEST(Http, answers_come_whole) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.answer(404, "{\"error\":\"Record not found\"}", {{"X-RateLimit-Remaining", "7"}});
  });
  Http http({});
  const auto response = http.send(get(server.url("/api/v1/statuses/1?x=%20y")));
  ASSERT_TRUE(response.ok()) << response.error().message;
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(response->body, "{\"error\":\"Record not found\"}");
  EXPECT_EQ(response->headers.at("x-ratelimit-remaining"), "7");
  EXPECT_EQ(server.requests().front().path, "/api/v1/statuses/1");
  EXPECT_EQ(server.requests().front().query, "x=%20y");
}

TEST(Http, bodies_and_headers_arrive_as_given) {
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.answer(200, "{}"); });
  Http http({});
  auto request = post(server.url("/api/v1/statuses"));
  request.headers["authorization"] = "Bearer secret";
  request.headers["idempotency-key"] = "spring/mastodon/1/greet/0";
  ASSERT_TRUE(http.send(request).ok());
  const WebRequest seen = server.requests().front();
  EXPECT_EQ(seen.method, "POST");
  EXPECT_EQ(seen.body, "{\"status\":\"hello\"}");
  EXPECT_EQ(seen.header("content-type"), "application/json");
  EXPECT_EQ(seen.header("content-length"), "18");
  EXPECT_EQ(seen.header("authorization"), "Bearer secret");
  EXPECT_EQ(seen.header("idempotency-key"), "spring/mastodon/1/greet/0");
}

TEST(Http, nobody_listens_means_never_sent) {
  std::string url;
  {
    const WebServer gone([](const WebRequest&, WebTalk&) {});
    url = gone.url("/x");
  }
  Http http({});
  const auto response = http.send(post(url));
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(response.error().message,
            "localhost cannot be reached: Failed to connect to any resolved endpoint");
}

TEST(Http, a_cut_after_sending_is_in_doubt_for_posts_only) {
  WebServer server([](const WebRequest&, WebTalk& talk) { talk.cut(true); });
  Http http({});
  EXPECT_EQ(http.send(post(server.url("/x"))).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(http.send(get(server.url("/x"))).error().kind, ErrorKind::unavailable);
}

TEST(Http, silence_after_sending_is_in_doubt) {
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.wait(seconds{10}); });
  Http http({});
  auto request = post(server.url("/x"));
  request.idle = milliseconds{300};
  const auto before = steady_clock::now();
  const auto response = http.send(request);
  EXPECT_LT(steady_clock::now() - before, seconds{2});
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().kind, ErrorKind::in_doubt);
}

TEST(Http, drips_end_at_the_total_deadline) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    while (talk.send("x") && talk.wait(milliseconds{50})) {
    }
  });
  Http http({});
  auto request = get(server.url("/x"));
  request.total = milliseconds{600};
  const auto before = steady_clock::now();
  const auto response = http.send(request);
  EXPECT_LT(steady_clock::now() - before, seconds{2});
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().message, "localhost cannot be reached: it took too long");
}

// nasty 16: the server closes a kept connection just when we use it again.
TEST(Http, nasty_16_a_kept_connection_that_is_stale_never_doubles_a_post) {
  WebServer::Options options;
  options.idle = milliseconds{100};
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.answer(200, "{}"); }, options);
  Http http({});
  for (int round = 0; round < 3; ++round) {
    EXPECT_TRUE(http.send(get(server.url("/warm"))).ok());
    EXPECT_TRUE(http.send(post(server.url("/post"))).ok());
    std::this_thread::sleep_for(milliseconds{200});
  }
  std::map<int, int> on_connection;
  int posts = 0;
  for (const WebRequest& seen : server.requests()) {
    ++on_connection[seen.connection];
    if (seen.method == "POST") {
      ++posts;
      EXPECT_EQ(on_connection[seen.connection], 1) << "a post came on a used connection";
    }
  }
  EXPECT_EQ(posts, 3);
}

// The same, with a server that reads the post and then closes without a word: the library must not send it
// again.
TEST(Http, nasty_16_a_post_that_is_cut_is_seen_once) {
  std::atomic<int> seen = 0;
  WebServer server([&](const WebRequest& request, WebTalk& talk) {
    if (request.method == "GET") {
      talk.answer(200, "{}");
    } else {
      ++seen;
      talk.cut();
    }
  });
  Http http({});
  for (int round = 0; round < 5; ++round) {
    EXPECT_TRUE(http.send(get(server.url("/warm"))).ok());
    EXPECT_EQ(http.send(post(server.url("/post"))).error().kind, ErrorKind::in_doubt);
  }
  std::this_thread::sleep_for(milliseconds{100});
  EXPECT_EQ(seen, 5);
}

TEST(Http, redirects_are_not_followed_so_no_token_travels) {
  const WebServer elsewhere([](const WebRequest&, WebTalk& talk) { talk.answer(200, "stolen"); });
  const WebServer server([&](const WebRequest&, WebTalk& talk) {
    talk.answer(302, "", {{"Location", elsewhere.url("/steal")}});
  });
  Http http({});
  auto request = get(server.url("/x"));
  request.headers["authorization"] = "Bearer secret";
  const auto response = http.send(request);
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->status, 302);
  EXPECT_TRUE(elsewhere.requests().empty());
}

TEST(Http, answers_are_bounded) {
  const WebServer server([](const WebRequest& request, WebTalk& talk) {
    if (request.path == "/chunks") {
      talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      while (talk.send_chunk(std::string(100'000, 'x'))) {
      }
    } else {
      talk.answer(200, std::string(3'000'000, 'x'));
    }
  });
  Http http({});
  for (const char* path : {"/chunks", "/long"}) {
    auto request = get(server.url(path));
    request.body_limit = 1'000'000;
    const auto response = http.send(request);
    ASSERT_FALSE(response.ok()) << path;
    EXPECT_EQ(response.error().message, "localhost cannot be reached: the answer is too long") << path;
  }
}

// With the library's own buffer this ends the process.
TEST(Http, nonsense_as_an_answer_is_an_error) {
  const char* const answers[] = {
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nxxxx\r\n0\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
      "SSH-2.0-OpenSSH\r\n\r\n",
      "HTTP/1.1 100 Continue\r\n\r\n",
      "\r\n\r\n",
  };
  for (const char* answer : answers) {
    WebServer server([&](const WebRequest&, WebTalk& talk) {
      talk.send(answer);
      talk.cut();
    });
    Http http({});
    const auto response = http.send(post(server.url("/x")));
    if (response.ok()) continue;  // read as something; alive is what counts
    EXPECT_EQ(response.error().kind, ErrorKind::in_doubt) << answer;
  }
}

TEST(Http, nonsense_as_a_request_is_invalid) {
  Http http({});
  auto request = get("https://social.example/x");
  request.headers["x"] = "a\r\nY: b";
  EXPECT_EQ(http.send(request).error().kind, ErrorKind::invalid);
  EXPECT_EQ(http.send(get("http://social.example/x")).error().kind, ErrorKind::invalid);
  EXPECT_EQ(http.send(get("https://[::1]/x")).error().kind, ErrorKind::invalid);
}

TEST(Http, tls_is_verified) {
  const auto certificates = fakes::make_test_certificates();
  const fakes::AuthorityFile authority(certificates);
  WebServer::Options options;
  options.certificates = &certificates;
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.answer(200, "safe"); }, options);

  Http stranger({});
  const auto refused = stranger.send(post(server.url("/x")));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(refused.error().message,
            "localhost cannot be reached: Error in SSL handshake: certificate verify failed");
  EXPECT_TRUE(server.requests().empty());

  Http friendly({.ca_file = authority.path()});
  const auto answer = friendly.send(post(server.url("/x")));
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_EQ(answer->body, "safe");
}

TEST(Http, a_certificate_for_another_name_is_refused) {
  const auto certificates = fakes::make_test_certificates("other.example");
  const fakes::AuthorityFile authority(certificates);
  WebServer::Options options;
  options.certificates = &certificates;
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.answer(200, "safe"); }, options);
  Http http({.ca_file = authority.path()});
  EXPECT_EQ(http.send(get(server.url("/x"))).error().kind, ErrorKind::unavailable);
}

TEST(Http, closing_lets_nobody_wait) {
  const WebServer server([](const WebRequest&, WebTalk& talk) { talk.wait(seconds{10}); });
  Http http({});
  auto request = post(server.url("/x"));
  request.idle = seconds{20};
  request.total = seconds{20};
  std::thread closer([&] {
    EXPECT_TRUE(server.wait_for_requests(1));
    http.close_within(milliseconds{200});
  });
  const auto before = steady_clock::now();
  const auto response = http.send(request);
  EXPECT_LT(steady_clock::now() - before, seconds{3});
  EXPECT_EQ(response.error().kind, ErrorKind::in_doubt);
  closer.join();
}

}  // namespace
