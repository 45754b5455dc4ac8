// What stands for a long name where very many are remembered: 128 bits of it. Two different names do not get
// the same by chance, and nobody can choose the names of other people's posts. Not for keeping on disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace base {

struct Fingerprint {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(std::string_view name);

struct FingerprintHash {
  std::size_t operator()(const Fingerprint& print) const noexcept { return print.low; }
};

}  // namespace base
