// Port: one HTTP request and its answer. What happened to a request that failed is part of the contract:
// saying things exactly once depends on it.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace domain {

using Headers = std::map<std::string, std::string>;  // names in lower case

struct HttpRequest {
  std::string method = "GET";
  std::string url;  // https://…; http only to this machine itself
  Headers headers = {};
  std::string body = {};
  base::Duration idle = std::chrono::seconds{15};   // nothing came or went for so long: given up
  base::Duration total = std::chrono::seconds{30};  // the whole of it
  std::size_t body_limit = std::size_t{8} << 20U;   // a longer answer is an error
};

// Any status: a 404 is an answer, too. Redirects are not followed.
struct HttpResponse {
  int status = 0;
  Headers headers = {};
  std::string body = {};  // bytes as they came
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // Blocks; thread-safe; never sends anything twice.
  // Errors: invalid (the request makes no sense), unavailable (the server cannot have acted on it: it never
  // had the whole request, or the request only reads), in_doubt (it was sent, and no whole answer came).
  virtual base::Result<HttpResponse> send(const HttpRequest& request) = 0;
};

}  // namespace domain
