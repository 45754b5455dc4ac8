// Who is at the other end: a random cookie, the form token made from it, and whether the password was given.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

#include "base/clock.hpp"

namespace console {

inline constexpr const char* session_cookie = "flockmate_session";
inline constexpr std::chrono::hours session_length{12};

// Thread-safe. Nothing outlives the process: after a restart everybody gives the password again.
class Sessions {
 public:
  Sessions();
  ~Sessions();
  Sessions(const Sessions&) = delete;
  Sessions& operator=(const Sessions&) = delete;

  // 256 random bits in hex. Ids that are not of this shape are nobody's.
  static std::string fresh_id();
  static bool is_id(const std::string& text);

  // The form token of a session; the same for as long as the process runs.
  std::string token(const std::string& id) const;
  bool token_fits(const std::string& id, const std::string& token) const;  // in constant time

  void log_in(const std::string& id, base::Instant now);
  void log_out(const std::string& id);
  bool logged_in(const std::string& id, base::Instant now);

  // The Set-Cookie header's value.
  static std::string cookie(const std::string& id, bool secure);

 private:
  std::array<unsigned char, 32> key_{};
  std::mutex mutex_;
  std::map<std::string, base::Instant> ends_;  // of those who are logged in
};

}  // namespace console
