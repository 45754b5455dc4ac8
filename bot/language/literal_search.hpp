// Many short literals searched for in one pass over a text: where none begins, a few bits of a small table
// say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace language {

// Immutable and thread-safe after building. Time is linear in the text (and in how often literals stand in
// it).
class LiteralSearch {
 public:
  static constexpr std::size_t shortest = 2;  // bytes of a literal; a shorter one is never found

  explicit LiteralSearch(const std::vector<std::string>& literals = {});

  // Places in the list of the literals that stand in the text, in no order, each as often as it stands there.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  using Head = std::uint32_t;  // the first bytes of a literal, two to four, as a number
  static constexpr std::size_t longest_head = 4;
  struct Literal {
    std::uint32_t begin = 0;  // in letters_
    std::uint32_t size = 0;
    std::uint32_t place = 0;
  };
  struct Slot {
    Head head = 0;
    std::uint32_t begin = 0;  // in literals_: those that begin so
    std::uint32_t end = 0;    // 0: an empty slot
  };
  static Head head_of(std::string_view literal);
  bool may_begin(Head head) const;
  std::size_t slot_of(Head head) const;
  void find_here(Head head, std::string_view rest, std::vector<std::uint32_t>& places) const;

  std::vector<std::uint64_t> heads_;  // a bit for each hash of a head
  std::vector<Slot> slots_;           // open addressing, a power of two
  std::vector<Literal> literals_;     // by head
  std::string letters_;
};

}  // namespace language
