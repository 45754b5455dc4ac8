// The one password of the facilitators' pages, and patience with those who guess.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/clock.hpp"

namespace console {

class LoginGate {
 public:
  // `password_hash` as libsodium's crypto_pwhash_str writes it.
  explicit LoginGate(std::string password_hash);
  static bool is_hash(const std::string& text);

  struct Answer {
    bool open = false;
    base::Duration wait{0};  // above zero: not even looked at; come back after it
  };
  // At most five wrong tries a minute from one address; each further one doubles the wait, up to 15 minutes.
  // Thread-safe; one password is verified at a time, since each takes 64 MB.
  Answer ask(const std::string& address, const std::string& password, base::Instant now);

 private:
  struct Tries {
    int wrong = 0;
    base::Instant last{};
    base::Instant closed_until{};
  };
  void note_wrong(Tries& tries, base::Instant now);
  void make_room(base::Instant now);

  const std::string hash_;
  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace console
