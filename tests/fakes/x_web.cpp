#include "tests/fakes/x_web.hpp"

namespace fakes {

using domain::HttpRequest;

XWeb::XWeb(XServer& server, const TestCertificates& certificates)
    : server_(server),
      web_([this](const WebRequest& asked, WebTalk& talk) { answer(asked, talk); },
           {.certificates = &certificates}) {}

XWeb::~XWeb() {
  const std::lock_guard lock(mutex_);
  ending_ = true;
  newest_.request_stop();
}

void XWeb::answer(const WebRequest& asked, WebTalk& talk) {
  HttpRequest request;
  request.method = asked.method;
  request.url = XServer::address + asked.path + (asked.query.empty() ? "" : "?" + asked.query);
  request.headers = {asked.headers.begin(), asked.headers.end()};
  request.body = asked.body;
  if (asked.path == "/2/tweets/search/stream") return stream(request, talk);
  const auto answer = server_.send(request);
  if (!answer) {
    talk.cut(true);
    return;
  }
  talk.answer(answer->status, answer->body, {answer->headers.begin(), answer->headers.end()});
}

void XWeb::stream(const HttpRequest& request, WebTalk& talk) {
  std::stop_token stop;
  {
    const std::lock_guard lock(mutex_);
    newest_.request_stop();
    if (ending_) return;
    newest_ = std::stop_source();
    stop = newest_.get_token();
  }
  const std::lock_guard alone(streaming_);
  bool begun = false;
  const auto ended = server_.read_lines(
      request,
      [&](std::string_view line) {
        if (!std::exchange(begun, true)) talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        return talk.send_chunk(std::string(line) + "\r\n");
      },
      stop);
  if (!begun && ended && ended->status != 200) {
    talk.answer(ended->status, ended->body);
  } else {
    talk.cut();
  }
}

}  // namespace fakes
