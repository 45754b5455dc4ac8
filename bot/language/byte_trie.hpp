// Keys as a trie of bytes in a double array (J. Aoe, "An Efficient Digital Search Algorithm by Using a
// Double-Array Structure", 1989): the child of a node for the byte c stands at its base + c, and names its
// parent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace language {

// Immutable and thread-safe after building.
class ByteTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // Ascending, each once, none empty.
  explicit ByteTrie(const std::vector<std::string>& keys = {});

  // Where this byte leads to; none.
  Node child(Node node, char byte) const {
    const Node next = cells_[node].base + static_cast<unsigned char>(byte);
    return cells_[next].parent == node ? next : none;
  }
  // The place in the list of the key that ends here; none.
  std::uint32_t key_at(Node node) const { return cells_[node].key; }

 private:
  struct Cell {
    std::uint32_t base = 0;
    Node parent = none;  // none: a free cell
    std::uint32_t key = none;
  };
  class Building;

  std::vector<Cell> cells_;
};

}  // namespace language
