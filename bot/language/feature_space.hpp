// Texts as numbers: words, pairs of words, and groups of three letters within a word (its ends marked), each
// weighed by how rare it is among the wordings the space was made of (TF-IDF, sublinear counts, length 1);
// and what the words mean.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/meaning.hpp"

namespace language {

struct Cell {
  std::uint32_t column = 0;
  float value = 0;
};
using Row = std::vector<Cell>;  // columns ascending, each once

float product(const Row& a, const Row& b);

struct Features {
  Row row;
  Meaning meaning{};
};

class FeatureSpace {
 public:
  using Words = std::vector<std::string_view>;

  FeatureSpace() = default;
  explicit FeatureSpace(const std::vector<Words>& wordings);

  // What was never seen in a wording makes the row shorter than length 1, and words without a vector the
  // meaning: the less is known of a text, the less it says.
  Features features_of(const Words& words) const;
  // Whether the word stands in one of the wordings.
  bool knows(std::string_view word) const;
  std::size_t columns() const { return rarity_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: empty
    std::uint32_t column = 0;
  };
  const Slot* find(std::uint64_t hash) const;
  Row row_of(const Words& words) const;
  Meaning meaning_of(const Words& words) const;
  void add_block(const std::vector<std::uint64_t>& hashes, float share, Row& row) const;

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<float> rarity_;
  float unseen_rarity_ = 0;
};

}  // namespace language
