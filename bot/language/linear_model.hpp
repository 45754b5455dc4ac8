// A linear classifier over what texts hold and mean: softmax regression, trained at load in milliseconds, the
// same bits every time. "None of them" is an answer too: the average text, known to be likelier than any
// class.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/feature_space.hpp"
#include "language/weight_columns.hpp"

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
  LinearModel(WeightColumns weights, std::vector<Meaning> meanings);

  // A row and a meaning for each class; the last ones are of "none of them".
  WeightColumns weights_;
  std::vector<Meaning> meanings_ = std::vector<Meaning>(1);
};

}  // namespace language
