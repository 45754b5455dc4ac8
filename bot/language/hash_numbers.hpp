// Numbers for things that are known by a hash. Immutable once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace language {

class HashNumbers {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  HashNumbers() = default;
  // The hashes, each once, get the numbers 0, 1, 2 ...
  explicit HashNumbers(std::span<const std::uint64_t> hashes);

  // `none` for a hash that has no number.
  std::uint32_t find(std::uint64_t hash) const {
    for (auto at = first_place(hash);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == hash || slots_[at].number == none) return slots_[at].number;
    }
  }
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = none;
  };
  std::size_t first_place(std::uint64_t hash) const { return (hash >> 8U) & (slots_.size() - 1); }

  std::size_t size_ = 0;
  std::vector<Slot> slots_ = std::vector<Slot>(1);  // open addressing, a power of two, at most half full
};

}  // namespace language
