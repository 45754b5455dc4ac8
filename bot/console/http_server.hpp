// The listener: libmicrohttpd behind bounds. What is too large, too slow, ambiguous or of another method
// never reaches the pages.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "app/changes.hpp"
#include "base/result.hpp"
#include "console/http.hpp"

namespace console {

struct ServerLimits {
  std::size_t body = 1024UL * 1024;   // more: 413 before it is read
  std::size_t headers = 32UL * 1024;  // memory of a connection; more: 431
  unsigned connections = 200;
  unsigned per_address = 50;
  std::chrono::seconds idle{10};     // without a byte
  std::chrono::seconds request{30};  // from the first byte to the last, however slowly they drip
};

struct ServerOptions {
  std::string host = "127.0.0.1";  // an address, or "localhost"
  std::uint16_t port = 0;          // 0: the system chooses
  ServerLimits limits;
  // What may take seconds: answered one after the other, while the rest is answered at once. None: nothing.
  std::function<bool(const Request&)> is_slow;
};

class HttpServer {
 public:
  // Listens when it returns. Errors: conflict (port taken), failed (not allowed, no such address); each names
  // the option to change. `changes` outlives the server.
  static base::Result<std::unique_ptr<HttpServer>> start(const ServerOptions& options, app::Changes& changes,
                                                         const Answer& answer);
  ~HttpServer();  // stops
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  // No request is answered after it returns. Thread-safe, more than once is fine.
  void stop();

 private:
  HttpServer();
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace console
