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

  // So many literals will be added.
  explicit LiteralHeads(std::size_t literals = 0)
      : bits_(std::bit_ceil(literals / 4 + 1)),
        shift_(26 - static_cast<unsigned>(std::bit_width(bits_.size() - 1))) {}

  void add(std::string_view literal) {
    std::uint32_t head = 0;
    for (const char c : literal.substr(0, longest)) head = head << 8U | static_cast<unsigned char>(c);
    const std::uint32_t hash = hash_of(head);
    bits_[hash >> 6U] |= std::uint64_t{1} << (hash & 63U);
  }

  // Before four bytes of a text, the first of them the highest of the number.
  bool may_begin(std::uint32_t four) const {
    return ((bit_of(four >> 24U) | bit_of(four >> 16U) | bit_of(four >> 8U) | bit_of(four)) & 1U) != 0;
  }

 private:
  std::uint32_t hash_of(std::uint32_t head) const { return head * 0x9E3779B1U >> shift_; }
  std::uint64_t bit_of(std::uint32_t head) const {
    const std::uint32_t hash = hash_of(head);
    return bits_[hash >> 6U] >> (hash & 63U);
  }

  std::vector<std::uint64_t> bits_;  // one for each hash of a head; nineteen of twenty are not set
  unsigned shift_;
};

}  // namespace language
