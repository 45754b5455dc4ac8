// Hashes of ids under a secret key of this state: enough to know an id again, not enough to find out whose it
// was without the state.
#pragma once

#include <string>
#include <string_view>

#include "domain/post.hpp"

namespace store {

// Where the key of a state stands among its settings.
inline constexpr const char* hash_key_setting = "store/hash_key";

class KeyedHash {
 public:
  static std::string new_key();  // random, in hex
  explicit KeyedHash(std::string key);
  // In hex. `kind` keeps accounts and posts apart.
  std::string of(std::string_view kind, domain::NetworkKind network, std::string_view id) const;

 private:
  std::string key_;
};

}  // namespace store
