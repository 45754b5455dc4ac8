// What leaves this machine goes by the proxy that the environment names, TLS and all.
#include <gtest/gtest.h>

#include "networks/http.hpp"
#include "networks/websocket.hpp"
#include "tests/fakes/proxy_server.hpp"
#include "tests/fakes/web_server.hpp"

namespace {

using base::ErrorKind;
using fakes::ProxyServer;
using networks::Http;
using std::chrono::seconds;
using Lines = std::vector<std::string>;

constexpr const char* the_way = "CONNECT social.example:443 HTTP/1.1";

class Proxy : public testing::Test {
 protected:
  networks::Reach reach_by(const ProxyServer& proxy) const {
    return {.ca_file = authority.path(), .proxy = proxy.url()};
  }
  static domain::HttpRequest request(const std::string& method) {
    domain::HttpRequest request;
    request.method = method;
    request.url = "https://social.example/x";
    if (method == "POST") request.body = "words";
    return request;
  }

  // Its certificate is that of social.example, a name that nobody here could find.
  fakes::TestCertificates certificates = fakes::make_test_certificates("social.example");
  fakes::AuthorityFile authority{certificates};
  fakes::WebServer server{[](const fakes::WebRequest& asked, fakes::WebTalk& talk) {
                            if (asked.header("upgrade").empty()) {
                              talk.answer(200, "first\nsecond\n");
                              return;
                            }
                            talk.agree_to_websocket();
                            talk.send_text("safe");
                            talk.wait(seconds{1});
                          },
                          {.certificates = &certificates}};
};

TEST_F(Proxy, requests_go_by_it) {
  const ProxyServer proxy(server.port());
  Http http(reach_by(proxy));
  for (const char* method : {"GET", "POST"}) {
    const auto answer = http.send(request(method));
    ASSERT_TRUE(answer.ok()) << method << ": " << answer.error().message;
    EXPECT_EQ(answer->body, "first\nsecond\n");
  }
  EXPECT_EQ(proxy.asked(), (Lines{the_way, the_way}));
}

TEST_F(Proxy, event_streams_go_by_it) {
  const ProxyServer proxy(server.port());
  Http http(reach_by(proxy));
  Lines lines;
  const auto ended = http.read_lines(request("GET"),
                                     [&](std::string_view line) {
                                       lines.emplace_back(line);
                                       return true;
                                     },
                                     {});
  ASSERT_TRUE(ended.ok()) << ended.error().message;
  EXPECT_EQ(lines, (Lines{"first", "second"}));
  EXPECT_EQ(proxy.asked(), Lines{the_way});
}

TEST_F(Proxy, web_sockets_go_by_it) {
  const ProxyServer proxy(server.port());
  networks::WebSocketRequest wanted;
  wanted.url = "wss://social.example/x";
  auto opened = networks::WebSocket::open(reach_by(proxy), wanted, {});
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  ASSERT_TRUE(opened->socket);
  EXPECT_EQ(**opened->socket->receive(seconds{2}), "safe");
  EXPECT_EQ(proxy.asked(), Lines{the_way});
}

TEST_F(Proxy, that_lets_nobody_through_means_never_sent) {
  const ProxyServer proxy(server.port(), 403);
  Http http(reach_by(proxy));
  const auto answer = http.send(request("POST"));
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().kind, ErrorKind::unavailable) << answer.error().message;
  networks::WebSocketRequest wanted;
  wanted.url = "wss://social.example/x";
  const auto opened = networks::WebSocket::open(reach_by(proxy), wanted, {});
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().message, "The proxy said 403.");
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(Proxy, this_machine_is_reached_without_it) {
  const fakes::WebServer near(
      [](const fakes::WebRequest&, fakes::WebTalk& talk) { talk.answer(200, "here"); });
  const ProxyServer proxy(near.port());
  Http http(reach_by(proxy));
  auto wanted = request("GET");
  wanted.url = near.url("/x");
  const auto answer = http.send(wanted);
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_EQ(answer->body, "here");
  EXPECT_TRUE(proxy.asked().empty());
}

}  // namespace
