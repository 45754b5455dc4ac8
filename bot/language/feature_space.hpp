// Texts as sparse vectors: words, pairs of words, and groups of 2 to 5 letters within a word (its ends
// marked), each weighed by how rare it is among the wordings the space was made of (TF-IDF, sublinear counts,
// length 1).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace language {

struct Cell {
  std::uint32_t column = 0;
  float value = 0;
};
using Row = std::vector<Cell>;  // columns ascending, each once

class FeatureSpace {
 public:
  using Words = std::vector<std::string_view>;

  FeatureSpace() = default;
  explicit FeatureSpace(const std::vector<Words>& wordings);

  // Features never seen in a wording make the row shorter than length 1: the less is known of a text, the
  // less it says.
  Row row_of(const Words& words) const;
  std::size_t columns() const { return rarity_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: empty
    std::uint32_t column = 0;
  };
  const Slot* find(std::uint64_t hash) const;
  void add_block(const std::vector<std::uint64_t>& hashes, float share, Row& row) const;

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<float> rarity_;
  float unseen_rarity_ = 0;
};

}  // namespace language
