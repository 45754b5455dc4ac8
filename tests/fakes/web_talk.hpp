// The connection behind WebTalk. For web_server.cpp and web_talk.cpp.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "tests/fakes/web_server.hpp"

namespace fakes {

// Whether the server stops, for all connections.
struct WebStop {
  std::mutex mutex;
  std::condition_variable changed;
  bool stopping = false;
};

class WebConnection {
 public:
  virtual ~WebConnection() = default;
  // Until the connection ends. `take` is called with each request and the talk to answer it by.
  virtual void run(const std::function<void(WebRequest, WebTalk&)>& take) = 0;
  virtual void drop(bool reset) = 0;  // from any thread
};

using RawSocket = boost::asio::ip::tcp::socket;
std::unique_ptr<WebConnection> make_connection(RawSocket socket, boost::asio::ssl::context* tls,
                                               WebStop& stop, const WebServer::Options& options);

}  // namespace fakes
