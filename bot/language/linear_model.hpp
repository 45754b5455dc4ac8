// A linear classifier over what texts hold and mean: softmax regression, trained at load in milliseconds, the
// same bits every time. "None of them" is an answer too: the average text, known to be likelier than any
// class.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/feature_space.hpp"

namespace language {

class LinearModel {
 public:
  LinearModel() = default;
  // Text i belongs to class classes[i] < class_count; its columns are below `columns`.
  LinearModel(std::span<const Features> texts, std::span<const std::uint32_t> classes,
              std::size_t class_count, std::size_t columns);

  // Evidence in logits.
  struct Scores {
    std::vector<float> of_class;
    float of_none = 0;
  };
  Scores score(const Features& text) const;

 private:
  friend class LinearTraining;
  struct Weight {
    std::uint32_t of_class;
    float value;
  };
  std::vector<std::uint32_t> starts_;  // of each column in weights_, and the end
  std::vector<Weight> weights_;
  std::vector<Meaning> meanings_;  // of each class
  std::vector<float> row_of_none_;
  Meaning meaning_of_none_{};
};

}  // namespace language
