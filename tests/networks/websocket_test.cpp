#include "networks/websocket.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "tests/fakes/web_server.hpp"

namespace {

using base::ErrorKind;
using fakes::WebRequest;
using fakes::WebServer;
using fakes::WebTalk;
using networks::WebSocket;
using networks::WebSocketRequest;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

WebSocketRequest to(const WebServer& server) {
  WebSocketRequest request;
  request.url = server.websocket_url("/api/v1/streaming");
  request.connect = seconds{3};
  request.idle = seconds{2};
  return request;
}

std::unique_ptr<WebSocket> open(const WebSocketRequest& request, const std::stop_token& stop = {}) {
  auto opened = WebSocket::open({}, request, stop);
  EXPECT_TRUE(opened.ok()) << opened.error().message;
  return opened.ok() ? std::move(opened->socket) : nullptr;
}

TEST(WebSocket, texts_go_both_ways) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    bool gone = false;
    while (!gone) {
      if (const auto text = talk.receive_text(milliseconds{100}, gone)) talk.send_text("you said " + *text);
      gone = gone || talk.stopping();
    }
  });
  auto request = to(server);
  request.headers["authorization"] = "Bearer secret";
  auto socket = open(request);
  ASSERT_TRUE(socket);
  ASSERT_TRUE(socket->send("hello").ok());
  const auto answer = socket->receive(seconds{2});
  ASSERT_TRUE(answer.ok() && *answer);
  EXPECT_EQ(**answer, "you said hello");
  EXPECT_FALSE(*socket->receive(milliseconds{50}));
  EXPECT_EQ(server.requests().front().header("authorization"), "Bearer secret");
}

TEST(WebSocket, a_refusal_is_an_answer) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.answer(401, "", {{"X-Error-Message", "Invalid access token"}});
  });
  auto opened = WebSocket::open({}, to(server), {});
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(opened->socket, nullptr);
  EXPECT_EQ(opened->refusal.status, 401);
  EXPECT_EQ(opened->refusal.headers.at("x-error-message"), "Invalid access token");
}

TEST(WebSocket, nobody_there) {
  WebSocketRequest request;
  request.url = "ws://localhost:1/x";
  const auto opened = WebSocket::open({}, request, {});
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, ErrorKind::unavailable);
}

TEST(WebSocket, tls_is_verified) {
  const auto certificates = fakes::make_test_certificates();
  const fakes::AuthorityFile authority(certificates);
  WebServer::Options options;
  options.certificates = &certificates;
  const WebServer server(
      [](const WebRequest&, WebTalk& talk) {
        talk.agree_to_websocket();
        talk.send_text("safe");
        talk.wait(seconds{1});
      },
      options);
  const auto stranger = WebSocket::open({}, to(server), {});
  ASSERT_FALSE(stranger.ok());
  EXPECT_EQ(stranger.error().message, "localhost cannot be trusted: certificate verify failed");
  auto friendly = WebSocket::open({.ca_file = authority.path()}, to(server), {});
  ASSERT_TRUE(friendly.ok()) << friendly.error().message;
  EXPECT_EQ(**friendly->socket->receive(seconds{1}), "safe");
}

TEST(WebSocket, pings_keep_a_quiet_connection_alive) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    bool gone = false;
    for (int i = 0; i < 20 && !gone; ++i) talk.receive_text(milliseconds{100}, gone);
    talk.send_text("still here");
    talk.wait(seconds{1});
  });
  auto request = to(server);
  request.idle = milliseconds{800};
  auto socket = open(request);
  ASSERT_TRUE(socket);
  // The server's receive_text answers our pings; nothing else is said for two seconds.
  const auto answer = socket->receive(seconds{4});
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  ASSERT_TRUE(answer->has_value());
  EXPECT_EQ(**answer, "still here");
}

// nasty 5: the socket lives, and nobody is behind it.
TEST(WebSocket, nasty_05_a_dead_peer_is_noticed) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    talk.wait(seconds{10});  // reads nothing, so answers no ping
  });
  auto request = to(server);
  request.idle = milliseconds{600};
  auto socket = open(request);
  ASSERT_TRUE(socket);
  const auto before = steady_clock::now();
  const auto answer = socket->receive(seconds{5});
  EXPECT_LT(steady_clock::now() - before, seconds{3});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().kind, ErrorKind::unavailable);
  EXPECT_FALSE(socket->send("x").ok());
}

TEST(WebSocket, closing_tells_the_code) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    talk.close_websocket(1008);
  });
  auto socket = open(to(server));
  ASSERT_TRUE(socket);
  const auto answer = socket->receive(seconds{2});
  ASSERT_FALSE(answer.ok());
  EXPECT_NE(answer.error().message.find("(code 1008)"), std::string::npos) << answer.error().message;
}

TEST(WebSocket, messages_are_bounded) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    talk.send_text(std::string(200'000, 'x'));
    talk.wait(seconds{1});
  });
  auto request = to(server);
  request.message_limit = 100'000;
  auto socket = open(request);
  ASSERT_TRUE(socket);
  EXPECT_FALSE(socket->receive(seconds{2}).ok());
}

TEST(WebSocket, stops_at_once_even_with_a_dead_peer) {
  const WebServer server([](const WebRequest&, WebTalk& talk) {
    talk.agree_to_websocket();
    talk.wait(seconds{10});
  });
  auto request = to(server);
  request.idle = seconds{60};
  steady_clock::time_point before;
  {
    std::stop_source stop;
    auto socket = open(request, stop.get_token());
    ASSERT_TRUE(socket);
    std::thread stopper([&] {
      std::this_thread::sleep_for(milliseconds{100});
      before = steady_clock::now();
      stop.request_stop();
    });
    const auto answer = socket->receive(seconds{20});
    stopper.join();
    EXPECT_TRUE(answer.ok());
    EXPECT_LT(steady_clock::now() - before, milliseconds{500});
  }
  EXPECT_LT(steady_clock::now() - before, seconds{2});  // goodbye and all
}

}  // namespace
