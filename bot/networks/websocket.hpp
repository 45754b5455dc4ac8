// One WebSocket connection over Boost.Beast, which only websocket.cpp knows of (DECISIONS says why not
// cpprestsdk). One thread at a time uses it; it has none of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "domain/http_client.hpp"
#include "networks/reach.hpp"

namespace networks {

struct WebSocketRequest {
  std::string url;  // wss://…; ws only to this machine itself
  domain::Headers headers = {};
  base::Duration connect = std::chrono::seconds{15};  // until the server agreed
  // Nothing heard for half of it: a ping is sent. Still nothing for the other half: the connection is dead.
  base::Duration idle = std::chrono::seconds{60};
  std::size_t message_limit = std::size_t{1} << 20U;
};

class WebSocket {
 public:
  // Either a socket, or the server's answer when it would rather not (401, 429, …).
  struct Opened {
    std::unique_ptr<WebSocket> socket;
    domain::HttpResponse refusal;
  };
  // Errors: invalid, unavailable. `stop` ends this and every later call at once.
  static base::Result<Opened> open(const Reach& reach, const WebSocketRequest& request, std::stop_token stop);
  // Says goodbye, for at most a second.
  ~WebSocket();
  WebSocket(const WebSocket&) = delete;
  WebSocket& operator=(const WebSocket&) = delete;

  // Error (unavailable): the connection is gone.
  base::Status send(std::string_view text);
  // The next text message; none when nothing came for so long, or `stop` was requested. Pings are answered
  // and sent only while somebody waits here. Error (unavailable): closed, dead, or a message over the limit;
  // the message holds the close code where there was one.
  base::Result<std::optional<std::string>> receive(base::Duration at_most);

 private:
  struct Parts;
  explicit WebSocket(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace networks
