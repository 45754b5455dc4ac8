// A web proxy of this machine that lets everything through to one port, whatever name is asked for: so that a
// test's server can stand for social.example.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace fakes {

class ProxyServer {
 public:
  // `status`: what it says to CONNECT; with 200 the bytes go to `port` and back.
  explicit ProxyServer(int port, int status = 200);
  ~ProxyServer();
  ProxyServer(const ProxyServer&) = delete;
  ProxyServer& operator=(const ProxyServer&) = delete;

  std::string url() const;  // "http://localhost:PORT"
  std::vector<std::string> asked()
      const;  // the first line of each request: "CONNECT social.example:443 HTTP/1.1"

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fakes
