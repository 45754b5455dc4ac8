// The listener against clients that do not behave: everything is refused in time, and the next one is served.
#include "console/http_server.hpp"

#include <gtest/gtest.h>

#include "tests/console/wire.hpp"

namespace console_test {
namespace {

using console::HttpServer;
using console::Request;
using console::Response;
using namespace std::chrono_literals;

class Server : public ::testing::Test {
 protected:
  Server() {
    console::ServerOptions options;
    options.limits.idle = 2s;
    options.limits.request = 2s;
    options.limits.per_address = 12;
    start(options);
  }
  ~Server() override {
    // Whatever was done to it: it answers the next one.
    EXPECT_EQ(status_of(fetch(server->port(), "/alive")), 200);
    changes.close();
  }
  void start(const console::ServerOptions& options) {
    auto started = HttpServer::start(options, changes, &Server::answer);
    ASSERT_TRUE(started) << started.error().message;
    server = std::move(*started);
  }
  static Response answer(const Request& request) {
    Response response;
    response.type = "text/plain";
    response.event_stream = request.path == "/events";
    if (request.path == "/throw") throw std::runtime_error("a bug");
    response.body = request.method + " " + request.path;
    for (const auto& [name, value] : request.query)
      response.body.append(" ?").append(name).append("=").append(value);
    for (const auto& [name, value] : request.form)
      response.body.append(" ").append(name).append("=").append(value);
    return response;
  }
  std::string post(const std::string& headers, const std::string& body) const {
    return answer_to(server->port(), "POST /say HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                                         headers + "\r\n" + body);
  }

  app::Changes changes;
  std::unique_ptr<HttpServer> server;
};

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

TEST_F(Server, AnswersGetAndPost) {
  const std::string got = fetch(server->port(), "/a%20b?x=1&y=%C3%A9");
  EXPECT_EQ(status_of(got), 200);
  EXPECT_TRUE(ends_with(got, "GET /a b ?x=1 ?y=é")) << got;
  const std::string posted = post("Content-Length: 22\r\n", "text=Hi+there%21&a=%FF");
  EXPECT_TRUE(ends_with(posted, "POST /say a=\xEF\xBF\xBD text=Hi there!")) << posted;
}

TEST_F(Server, EveryAnswerCarriesTheSafetyHeaders) {
  const std::string got = fetch(server->port(), "/");
  const std::string policy =
      "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
      "data:; "
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n";
  for (const std::string& header :
       {policy, std::string("X-Content-Type-Options: nosniff\r\n"), std::string("X-Frame-Options: DENY\r\n"),
        std::string("Referrer-Policy: same-origin\r\n"),
        std::string("Cross-Origin-Opener-Policy: same-origin\r\n"),
        std::string("Cross-Origin-Resource-Policy: same-origin\r\n"),
        std::string("Cache-Control: no-store\r\n")}) {
    EXPECT_NE(got.find(header), std::string::npos) << header;
  }
}

struct Rude {
  std::string name;
  std::string request;
  int status;  // 0: the connection is closed without a word
};

TEST_F(Server, RudeRequestsGetTheirAnswer) {
  const std::string host = "Host: localhost\r\n";
  const std::vector<Rude> requests{
      {"not HTTP", "hello\r\n\r\n", 0},
      {"chunk of size -1", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 411},
      {"huge chunk", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n",
       411},
      {"length and chunks",
       "POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
       400},
      {"two hosts", "GET / HTTP/1.1\r\n" + host + "Host: evil.example\r\n\r\n", 400},
      {"negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400},
      {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"PUT", "PUT / HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n", 405},
      {"TRACE", "TRACE / HTTP/1.1\r\n" + host + "\r\n", 405},
      {"CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\n" + host + "\r\n", 405},
      {"a MiB and a byte", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n", 413},
      {"a length of many digits", "POST / HTTP/1.1\r\n" + host + "Content-Length: 9999999999999999\r\n\r\n",
       413},
      {"header bomb", "GET / HTTP/1.1\r\n" + host + "X: " + std::string(100'000, 'a') + "\r\n\r\n", 431},
      {"address bomb", "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
  };
  for (const Rude& rude : requests) {
    const std::string answer = answer_to(server->port(), rude.request);
    // A connection that is cut while we still send may lose the answer; what matters then is that it was cut.
    const bool may_be_lost = answer.empty() && rude.request.size() > 1000;
    EXPECT_TRUE(may_be_lost || status_of(answer) == rude.status)
        << rude.name << ": " << answer.substr(0, 200);
    EXPECT_EQ(status_of(fetch(server->port(), "/next")), 200) << "after " << rude.name;
  }
}

TEST_F(Server, TooLargeIsSaidBeforeTheBodyIsSent) {
  const Wire wire(server->port());
  wire.send("POST /say HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n");
  EXPECT_EQ(status_of(wire.read_until("KiB", 2s)), 413);
}

TEST_F(Server, AsMuchAsIsAllowedArrives) {
  const std::string answer = post("Content-Length: 1048576\r\n", "text=" + std::string(1'048'571, 'x'));
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_GT(answer.size(), 1'048'571U);
}

TEST_F(Server, ASilentClientIsClosed) {
  const Wire wire(server->port());
  wire.send("GET / HTTP/1.1\r\nHost: loc");
  const auto begin = std::chrono::steady_clock::now();
  wire.read_all(8s);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 6s);
}

TEST_F(Server, ADrippingClientIsClosedToo) {
  const Wire wire(server->port());
  const auto begin = std::chrono::steady_clock::now();
  wire.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
  bool open = true;
  while (open && std::chrono::steady_clock::now() - begin < 10s) {
    open = wire.send("a") && wire.read_until("\n", 300ms).empty();
    const auto after = std::chrono::steady_clock::now() - begin;
    if (after > 5s) break;
  }
  EXPECT_FALSE(open);
}

TEST_F(Server, OneAddressGetsOnlySoManyConnections) {
  std::vector<std::unique_ptr<Wire>> wires;
  std::size_t served = 0;
  for (int i = 0; i < 20; ++i) {
    wires.push_back(std::make_unique<Wire>(server->port()));
    wires.back()->send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    if (status_of(wires.back()->read_until("GET /", 500ms)) == 200) ++served;
  }
  EXPECT_EQ(served, 12U);
  wires.clear();
  std::this_thread::sleep_for(300ms);
}

TEST_F(Server, AnExceptionClosesOnlyItsConnection) {
  EXPECT_EQ(fetch(server->port(), "/throw"), "");
}

TEST_F(Server, ChangesArriveAtOnce) {
  const Wire wire(server->port());
  wire.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string head = wire.read_until("retry: 1000", 2s);
  EXPECT_EQ(status_of(head), 200);
  EXPECT_NE(head.find("Content-Type: text/event-stream"), std::string::npos);
  for (int round = 1; round <= 20; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    changes.notify();
    const std::string told = wire.read_until("data: " + std::to_string(round) + "\n", 2s);
    EXPECT_NE(told.find("event: changed"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 500ms);
  }
}

TEST_F(Server, ManyListenersAreAllToldAndStoppingEndsThem) {
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 10; ++i) {
    wires.push_back(std::make_unique<Wire>(server->port()));
    wires.back()->send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    wires.back()->read_until("retry: 1000", 2s);
  }
  changes.notify();
  for (const auto& wire : wires)
    EXPECT_NE(wire->read_until("event: changed", 2s).find("event: changed"), std::string::npos);
  const auto begin = std::chrono::steady_clock::now();
  const std::uint16_t port = server->port();
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
  EXPECT_FALSE(Wire(port).connected());
  for (const auto& wire : wires) wire->read_all(1s);
  start({});
}

TEST_F(Server, ATakenPortIsNamedWithTheOption) {
  console::ServerOptions options;
  options.port = server->port();
  const auto second = HttpServer::start(options, changes, answer);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(second.error().message,
            "Port " + std::to_string(options.port) +
                " is taken by another program. Choose another one with `--port`, for example `--port " +
                std::to_string(options.port + 1) + "`.");
}

TEST_F(Server, AnAddressThatIsNoneIsRefused) {
  console::ServerOptions options;
  options.host = "example.org";
  const auto refused = HttpServer::start(options, changes, answer);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "\"example.org\" is not an address to listen on. Write one like 127.0.0.1 (this machine only).");
  options.host = "192.0.2.1";
  const auto elsewhere = HttpServer::start(options, changes, answer);
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().message,
            "\"192.0.2.1\" is not an address of this machine. Use 127.0.0.1 for this machine only.");
}

}  // namespace
}  // namespace console_test
