// A web server that answers as the test tells it to, over plain HTTP or TLS, on a port of this machine. One
// thread per connection; everything that arrives is remembered.
//
//   WebServer server([](const WebRequest& request, WebTalk& talk) { talk.answer(200, "hello"); });
//   http.send({.url = server.url("/greeting")});
//   EXPECT_EQ(server.requests().front().path, "/greeting");
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fakes/test_certificates.hpp"

namespace fakes {

struct WebRequest {
  std::string method;
  std::string path;                            // without the query
  std::string query;                           // as it came, without the ?
  std::map<std::string, std::string> fields;   // of the query, decoded; the last of a name
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  int connection = 0;  // from 1: which one it came on

  std::string header(const std::string& name) const;
  std::string field(const std::string& name) const;
};

// %20 and + become what they stand for.
std::string url_decoded(std::string_view text);

using WebHeaders = std::vector<std::pair<std::string, std::string>>;

// One request being answered. Everything returns false (or nothing) once the connection is gone or the server
// stops.
class WebTalk {
 public:
  virtual ~WebTalk() = default;
  virtual bool answer(int status, std::string_view body, const WebHeaders& headers = {}) = 0;
  virtual bool send(std::string_view bytes) = 0;  // as they are
  virtual bool send_chunk(std::string_view bytes) = 0;
  // Ends the connection: as good manners have it, or by a reset.
  virtual void cut(bool reset = false) = 0;
  // False when the server stops meanwhile.
  virtual bool wait(std::chrono::milliseconds time) = 0;
  virtual bool stopping() const = 0;

  // Agrees to a WebSocket; from then on only these are used.
  virtual bool agree_to_websocket(const WebHeaders& headers = {}) = 0;
  virtual bool send_text(std::string_view text) = 0;
  virtual bool send_ping() = 0;
  // The next text; none when nothing came for so long. `gone` once the other side is.
  virtual std::optional<std::string> receive_text(std::chrono::milliseconds at_most, bool& gone) = 0;
  virtual void close_websocket(std::uint16_t code) = 0;  // 1005: without a code
  virtual int pongs() const = 0;
};

class WebServer {
 public:
  using Answer = std::function<void(const WebRequest&, WebTalk&)>;
  struct Options {
    const TestCertificates* certificates = nullptr;  // TLS with these
    bool keep_alive = true;
    std::chrono::milliseconds idle{0};  // a kept connection is closed after this; 0 is never
  };

  // Answers run on the connections' threads.
  explicit WebServer(Answer answer);
  WebServer(Answer answer, Options options);
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  std::string url(const std::string& target = "") const;            // https://localhost:PORT or http://…
  std::string websocket_url(const std::string& target = "") const;  // wss:// or ws://
  int port() const;
  std::vector<WebRequest> requests() const;
  int connections() const;  // ever accepted
  bool wait_for_requests(std::size_t count,
                         std::chrono::milliseconds at_most = std::chrono::seconds{5}) const;
  void drop_connections(bool reset = false);  // all that are open now

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fakes
