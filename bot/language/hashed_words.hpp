// A list of words that the compiler makes into a set.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "language/word_hash.hpp"

namespace language {

// The slots that so many words ask for.
constexpr std::size_t room_for(std::size_t words) {
  return std::bit_ceil(2 * words);
}

// Open addressing, at most half full, 0 for nothing.
template <std::size_t Size>
class HashedWords {
 public:
  explicit constexpr HashedWords(std::span<const std::string_view> words) {
    for (const auto word : words) slots_[place_of(hash_of_word(word))] = hash_of_word(word);
  }
  constexpr bool hold(std::string_view word) const {
    const auto hash = hash_of_word(word);
    return slots_[place_of(hash)] == hash;
  }

 private:
  constexpr std::size_t place_of(std::uint64_t hash) const {
    auto at = hash % Size;
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) % Size;
    return at;
  }
  std::array<std::uint64_t, Size> slots_{};
};

}  // namespace language
