// The X in memory behind a real port, with TLS: for the program as a whole.
#pragma once

#include <mutex>
#include <stop_token>

#include "tests/fakes/web_server.hpp"
#include "tests/fakes/x_server.hpp"

namespace fakes {

class XWeb {
 public:
  // Both outlive it. Ends what streams when it goes.
  XWeb(XServer& server, const TestCertificates& certificates);
  ~XWeb();
  XWeb(const XWeb&) = delete;
  XWeb& operator=(const XWeb&) = delete;

  std::string url() const { return web_.url(); }

 private:
  void answer(const WebRequest& asked, WebTalk& talk);
  void stream(const domain::HttpRequest& request, WebTalk& talk);

  XServer& server_;
  std::mutex mutex_;
  std::stop_source newest_;  // of the streams: a new one ends the one before
  bool ending_ = false;
  std::mutex streaming_;  // held by the one that runs
  WebServer web_;
};

}  // namespace fakes
