// HTTP over cpprestsdk, which only http.cpp and http_streams.hpp know of. Thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>

#include "domain/http_client.hpp"
#include "networks/reach.hpp"

namespace networks {

class Http final : public domain::HttpClient {
 public:
  explicit Http(Reach reach);
  ~Http() override;  // no call may be under way
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  base::Result<domain::HttpResponse> send(const domain::HttpRequest& request) override;

  // False: enough.
  using OnLine = std::function<bool(std::string_view line)>;
  // A long answer, given line by line (without line breaks) on the calling thread as it comes. Returns when
  // the server ends it, on_line has enough, or `stop` is requested, within a second. `total` is not looked
  // at; `idle` finds a dead stream; body_limit is for one line, and for the body of an answer that is not
  // 200: that one is given back whole. on_line that blocks makes the server wait, or cuts the stream after 8
  // MiB. Errors: invalid; unavailable (no connection, silent for too long, cut in the middle, a line too
  // long).
  base::Result<domain::HttpResponse> read_lines(const domain::HttpRequest& request, const OnLine& on_line,
                                                const std::stop_token& stop);

  // From now on nothing takes longer than this: requests that do end as if their time were up.
  void close_within(base::Duration grace);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// cpprestsdk's pool of threads. Once, before the first Http; else it takes 40.
void use_http_threads(unsigned count);

}  // namespace networks
