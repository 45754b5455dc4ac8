// The X in memory behind a real port, with TLS: for the program as a whole.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>

#include "tests/fakes/web_server.hpp"
#include "tests/fakes/x_server.hpp"

namespace fakes {

// What becomes of a request. `before`: nothing was done; `after`: it was done all the same.
enum class XWebFault {
  none,
  drop_before,
  drop_after,
  error_before,
  error_after,
  too_many,  // 429, and in a second or two it is over
  slow,      // half a second late
  cut,       // done, and the answer breaks off in the middle
  expired,   // the account's access token is over before its time; the app's is not known any more
};

class XWeb {
 public:
  // Both outlive it. Ends what streams when it goes.
  XWeb(XServer& server, const TestCertificates& certificates);
  ~XWeb();
  XWeb(const XWeb&) = delete;
  XWeb& operator=(const XWeb&) = delete;

  std::string url() const { return web_.url(); }
  // Of the stream only how it begins fails.
  void on_request(std::function<XWebFault(const WebRequest&)> fault);
  int requests() const { return asked_; }

 private:
  bool fails(XWebFault fault, WebTalk& talk, bool as_app);
  void answer(const WebRequest& asked, WebTalk& talk);
  void stream(const domain::HttpRequest& request, WebTalk& talk);

  XServer& server_;
  std::atomic<int> asked_{0};
  std::function<XWebFault(const WebRequest&)> fault_;
  std::mutex mutex_;
  std::stop_source newest_;  // of the streams: a new one ends the one before
  bool ending_ = false;
  std::mutex streaming_;  // held by the one that runs
  WebServer web_;
};

}  // namespace fakes
