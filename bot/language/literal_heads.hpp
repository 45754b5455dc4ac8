// Where in a text one of many literals may begin. Nearly nowhere: a few bits of a small table say so, without
// a branch that the processor would have to guess. Now and then they say yes where none begins.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace language {

class LiteralHeads {
 public:
  static constexpr std::size_t longest = 4;  // bytes of a literal that are looked at

  // Where literals may begin: both may be true.
  struct Begins {
    bool anywhere;  // one that may begin anywhere
    bool word;      // one that begins a word
  };

  // So many literals will be added.
  explicit LiteralHeads(std::size_t literals = 0)
      : pairs_(2 * std::bit_ceil(literals / 4 + 1)),
        shift_(27 - static_cast<unsigned>(std::bit_width(pairs_.size() - 1))) {}

  void add(std::string_view literal, bool begins_word) {
    std::uint32_t head = 0;
    for (const char c : literal.substr(0, longest)) head = head << 8U | static_cast<unsigned char>(c);
    const std::uint32_t hash = hash_of(head);
    pairs_[hash >> 5U] |= std::uint64_t{begins_word ? 2U : 1U} << place_of(hash);
  }

  // Before four bytes of a text, the first of them the highest of the number.
  Begins before(std::uint32_t four) const {
    const std::uint64_t pair =
        pair_of(four >> 24U) | pair_of(four >> 16U) | pair_of(four >> 8U) | pair_of(four);
    return {(pair & 1U) != 0, (pair & 2U) != 0};
  }

 private:
  std::uint32_t hash_of(std::uint32_t head) const { return head * 0x9E3779B1U >> shift_; }
  static std::uint32_t place_of(std::uint32_t hash) { return 2 * (hash & 31U); }
  std::uint64_t pair_of(std::uint32_t head) const {
    const std::uint32_t hash = hash_of(head);
    return pairs_[hash >> 5U] >> place_of(hash);
  }

  std::vector<std::uint64_t> pairs_;  // of bits for each hash of a head; nineteen of twenty are not set
  unsigned shift_;
};

}  // namespace language
