// A BlueskyServer behind a port of this machine, for programs that talk HTTP.
#pragma once

#include "tests/fakes/bluesky_server.hpp"
#include "tests/fakes/web_server.hpp"

namespace fakes {

class BlueskyWeb {
 public:
  explicit BlueskyWeb(BlueskyServer& server)
      : web_([&server](const WebRequest& request, WebTalk& talk) {
          domain::HttpRequest passed;
          passed.method = request.method;
          passed.url =
              BlueskyServer::address + request.path + (request.query.empty() ? "" : "?" + request.query);
          passed.headers = request.headers;
          passed.body = request.body;
          const auto response = server.send(passed);
          if (!response) return talk.cut(true);
          talk.answer(response->status, response->body, {response->headers.begin(), response->headers.end()});
        }) {
    server.move_to(url());
  }
  std::string url() const { return web_.url(); }

 private:
  WebServer web_;
};

}  // namespace fakes
