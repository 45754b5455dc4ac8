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

void XWeb::on_request(std::function<XWebFault(const WebRequest&)> fault) {
  const std::lock_guard lock(mutex_);
  fault_ = std::move(fault);
}

// True: the request got no further.
bool XWeb::fails(XWebFault fault, WebTalk& talk, bool as_app) {
  switch (fault) {
    case XWebFault::drop_before:
      talk.cut(true);
      return true;
    case XWebFault::error_before:
      talk.answer(503, R"({"title":"Service Unavailable"})");
      return true;
    case XWebFault::too_many:
      talk.answer(429, R"({"title":"Too Many Requests"})",
                  {{"x-rate-limit-remaining", "0"},
                   {"x-rate-limit-reset", std::to_string(base::to_millis(server_.now()) / 1000 + 2)}});
      return true;
    case XWebFault::expired:
      if (as_app) talk.answer(401, R"({"title":"Unauthorized","status":401})");
      if (!as_app) server_.revoke_access();
      return as_app;
    case XWebFault::slow:
      talk.wait(std::chrono::milliseconds{500});
      return false;
    default:
      return false;
  }
}

void XWeb::answer(const WebRequest& asked, WebTalk& talk) {
  ++asked_;
  XWebFault fault = XWebFault::none;
  {
    const std::lock_guard lock(mutex_);
    if (fault_) fault = fault_(asked);
  }
  if (fails(fault, talk, asked.header("authorization") == std::string("Bearer ") + XServer::bearer)) return;
  HttpRequest request;
  request.method = asked.method;
  request.url = XServer::address + asked.path + (asked.query.empty() ? "" : "?" + asked.query);
  request.headers = {asked.headers.begin(), asked.headers.end()};
  request.body = asked.body;
  if (asked.path == "/2/tweets/search/stream") return stream(request, talk);
  const auto answer = server_.send(request);
  if (!answer || fault == XWebFault::drop_after) {
    talk.cut(true);
  } else if (fault == XWebFault::error_after) {
    talk.answer(500, "{}");
  } else if (fault == XWebFault::cut) {
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(answer->body.size()) + "\r\n\r\n" +
              answer->body.substr(0, answer->body.size() / 2));
    talk.cut(true);
  } else {
    talk.answer(answer->status, answer->body, {answer->headers.begin(), answer->headers.end()});
  }
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
