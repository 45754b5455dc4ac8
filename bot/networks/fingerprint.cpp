#include "networks/fingerprint.hpp"

#include <xxhash.h>

namespace networks {

Fingerprint fingerprint_of(std::string_view name) {
  const XXH128_hash_t hash = XXH3_128bits(name.data(), name.size());
  return {hash.low64, hash.high64};
}

}  // namespace networks
