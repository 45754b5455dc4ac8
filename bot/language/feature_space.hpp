// Texts as numbers: words, pairs of words, and groups of three letters within a word (its ends marked), each
// weighed by how rare it is among the wordings the space was made of (TF-IDF, sublinear counts, length 1);
// and what the words mean.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/hash_numbers.hpp"
#include "language/meaning.hpp"

namespace language {

struct Cell {
  std::uint32_t column = 0;
  float value = 0;
};
using Row = std::vector<Cell>;  // columns ascending, each once

struct Features {
  Row row;
  Meaning meaning{};
};

// What a word brings into every text that it stands in.
struct WordFeatures {
  std::uint64_t hash = 0;
  std::uint32_t column = HashNumbers::none;  // none: no wording holds the word
  std::uint32_t unseen_groups = 0;
  std::vector<std::uint32_t> groups;    // columns of the others
  float weight = 0;                     // of its vector
  std::span<const std::int8_t> vector;  // empty: nobody knows what it means
};

class FeatureSpace {
 public:
  using Words = std::vector<std::string_view>;

  FeatureSpace() = default;
  explicit FeatureSpace(const std::vector<Words>& wordings);

  void read(std::string_view word, WordFeatures& features) const;
  // What was never seen in a wording makes the row shorter than length 1, and words without a vector the
  // meaning: the less is known of a text, the less it says. TextFeatures does the same word by word.
  Features features_of(const Words& words) const;
  std::size_t columns() const { return rarity_.size(); }

 private:
  friend class TextFeatures;
  std::uint32_t column_of_pair(std::uint64_t hash_of_first, std::string_view second) const;

  HashNumbers columns_;
  std::vector<float> rarity_;
  float unseen_rarity_ = 0;
};

}  // namespace language
