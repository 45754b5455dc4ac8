#include "base/fingerprint.hpp"

#include <xxhash.h>

namespace base {

Fingerprint fingerprint_of(std::string_view name) {
  const XXH128_hash_t hash = XXH3_128bits(name.data(), name.size());
  return {hash.low64, hash.high64};
}

}  // namespace base
