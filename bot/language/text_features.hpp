// The features of a text, word by word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/feature_space.hpp"

namespace language {

class TextFeatures {
 public:
  explicit TextFeatures(const FeatureSpace& space);

  // The words in their order, each as the space reads it.
  void add(std::string_view word, const WordFeatures& features);
  Features sum();

 private:
  // The columns of one kind of features, and how many were never seen.
  struct Block {
    void add(std::uint32_t column);
    std::vector<std::uint32_t> columns;
    std::uint32_t unseen = 0;
  };
  void append(Block& block, float share, Row& row) const;

  const FeatureSpace& space_;
  Block words_;  // and pairs
  Block groups_;
  bool any_ = false;
  bool seen_before_ = false;  // the last word
  std::uint64_t before_ = 0;  // its hash
  Meaning meaning_{};
  float weight_known_ = 0;
  float weight_ = 0;
};

}  // namespace language
