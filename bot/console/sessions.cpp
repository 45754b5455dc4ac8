#include "console/sessions.hpp"

#include <sodium.h>

#include <algorithm>

namespace console {
namespace {

constexpr std::size_t most_sessions = 1000;

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  std::string hex(count * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes, count);
  hex.pop_back();
  return hex;
}

}  // namespace

Sessions::Sessions() {
  randombytes_buf(key_.data(), key_.size());
}
Sessions::~Sessions() {
  sodium_memzero(key_.data(), key_.size());
}

std::string Sessions::fresh_id() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return to_hex(bytes.data(), bytes.size());
}

bool Sessions::is_id(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string Sessions::token(const std::string& id) const {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(id.data()), id.size(),
                     key_.data(), key_.size());
  return to_hex(hash.data(), hash.size());
}

bool Sessions::token_fits(const std::string& id, const std::string& given) const {
  const std::string wanted = token(id);
  return given.size() == wanted.size() && sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

void Sessions::log_in(const std::string& id, base::Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(ends_, [now](const auto& session) { return session.second <= now; });
  if (ends_.size() >= most_sessions) {
    ends_.erase(std::min_element(ends_.begin(), ends_.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
  ends_[id] = now + session_length;
}

void Sessions::log_out(const std::string& id) {
  const std::lock_guard lock(mutex_);
  ends_.erase(id);
}

bool Sessions::logged_in(const std::string& id, base::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = ends_.find(id);
  return found != ends_.end() && now < found->second;
}

std::string Sessions::cookie(const std::string& id, bool secure) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(session_length).count();
  return std::string(session_cookie) + "=" + id + "; Path=/; Max-Age=" + std::to_string(seconds) +
         "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
}

}  // namespace console
