#include "console/login_gate.hpp"

#include <sodium.h>

#include <algorithm>

namespace console {
namespace {

constexpr int free_tries = 5;
constexpr std::chrono::minutes first_wait{1};
constexpr std::chrono::minutes longest_wait{15};
constexpr std::chrono::minutes forgotten_after{30};
constexpr std::size_t most_addresses = 4096;
constexpr std::size_t longest_password = 1024;

}  // namespace

LoginGate::LoginGate(std::string password_hash) : hash_(std::move(password_hash)) {}

bool LoginGate::is_hash(const std::string& text) {
  return text.rfind("$argon2", 0) == 0 && text.size() < crypto_pwhash_STRBYTES;
}

void LoginGate::note_wrong(Tries& tries, base::Instant now) {
  ++tries.wrong;
  tries.last = now;
  if (tries.wrong < free_tries) return;
  const int doublings = std::min(tries.wrong - free_tries, 10);
  const base::Duration wait = first_wait * (1 << doublings);
  tries.closed_until = now + std::min<base::Duration>(wait, longest_wait);
}

// A flood of addresses must not fill the memory; those who were quiet longest are forgotten first.
void LoginGate::make_room(base::Instant now) {
  std::erase_if(tries_, [now](const auto& entry) { return entry.second.last + forgotten_after < now; });
  if (tries_.size() < most_addresses) return;
  tries_.erase(std::min_element(tries_.begin(), tries_.end(),
                                [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
}

LoginGate::Answer LoginGate::ask(const std::string& address, const std::string& password, base::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto known = tries_.find(address);
  if (known != tries_.end() && now < known->second.closed_until)
    return {false, known->second.closed_until - now};
  if (password.size() <= longest_password &&
      crypto_pwhash_str_verify(hash_.c_str(), password.data(), password.size()) == 0) {
    if (known != tries_.end()) tries_.erase(known);
    return {true, base::Duration{0}};
  }
  if (known == tries_.end()) make_room(now);
  Tries& tries = tries_[address];
  if (tries.last + forgotten_after < now) tries = {};
  note_wrong(tries, now);
  return {};
}

}  // namespace console
