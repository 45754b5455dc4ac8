// How the model of danger comes by its weights: softmax regression (none and the four dangers), gradient
// steps in a fixed order; the same posts give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "language/danger_model.hpp"

namespace training {

struct Example {
  std::string folded;
  std::size_t danger = 0;  // as in language::Danger
};

// A file that DangerModel::read takes.
std::string trained(const std::vector<Example>& examples);

}  // namespace training
