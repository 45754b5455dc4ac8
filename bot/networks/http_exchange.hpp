// One request under way: shared by the thread that waits for the answer and the pool thread that brings it.
// It outlives both, so a request that was given up can end whenever the library gets round to it.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "domain/http_client.hpp"

namespace networks {

inline constexpr std::size_t largest_chunk = std::size_t{64} << 20U;

class HttpExchange {
 public:
  // `room`: so many bytes may wait to be taken; more make the server wait (a stream) or are an error
  // (`whole`).
  HttpExchange(std::string body, std::size_t room, bool whole);

  // --- the library's side; none of these blocks
  // The next bytes of the request's body; none: it was given up before the first were asked for.
  std::optional<std::size_t> give_body(char* to, std::size_t at_most);
  void answered(int status, domain::Headers headers);
  // False: too much, end it. `resume` is kept when there is no room, and called once there is.
  enum class Taken { yes, wait, too_much };
  Taken take(const char* bytes, std::size_t count, std::function<void()> resume);
  void finish(std::string problem);  // "" for a whole answer

  // --- the waiting thread's side
  using Time = std::chrono::steady_clock::time_point;
  bool wait_finished(Time until);
  // What came since the last call; waits for it. None at the end, after `until`, or when asked to stop.
  std::optional<std::string> next_bytes(Time until, const std::stop_token& stop);
  bool finished() const;
  std::string problem() const;
  domain::HttpResponse response();  // its body: what was not taken yet
  int status() const;               // 0 until the headers are there
  // True when the server cannot have the whole request, and never will from now on.
  bool give_up();

 private:
  enum class Sending { not_yet, begun, given_up };
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  const std::string body_;
  const std::size_t room_;
  const bool whole_;
  std::size_t given_ = 0;
  Sending sending_ = Sending::not_yet;
  domain::HttpResponse response_;
  std::function<void()> resume_;
  bool finished_ = false;
  std::string problem_;
};

}  // namespace networks
