#include "store/keyed_hash.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace store {
namespace {

constexpr std::size_t hash_bytes = 16;

std::string to_hex(const unsigned char* bytes, std::size_t size) {
  std::string hex(size * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes, size);
  hex.pop_back();
  return hex;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string KeyedHash::new_key() {
  if (sodium_init() < 0) throw std::runtime_error("the machine gives no random numbers");
  std::array<unsigned char, crypto_generichash_KEYBYTES> key{};
  randombytes_buf(key.data(), key.size());
  return to_hex(key.data(), key.size());
}

KeyedHash::KeyedHash(std::string key) : key_(std::move(key)) {}

std::string KeyedHash::of(std::string_view kind, domain::NetworkKind network, std::string_view id) const {
  std::string message(kind);
  message.append(" ").append(domain::to_word(network)).append(" ").append(id);
  std::array<unsigned char, hash_bytes> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), bytes_of(key_),
                     key_.size());
  return to_hex(hash.data(), hash.size());
}

}  // namespace store
