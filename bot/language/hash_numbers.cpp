#include "language/hash_numbers.hpp"

#include <bit>

namespace language {

HashNumbers::HashNumbers(std::span<const std::uint64_t> hashes)
    : size_(hashes.size()), slots_(std::bit_ceil(2 * hashes.size() + 1)) {
  for (std::uint32_t number = 0; number < size_; ++number) {
    auto at = first_place(hashes[number]);
    while (slots_[at].number != none) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hashes[number], number};
  }
}

}  // namespace language
