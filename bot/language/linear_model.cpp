#include "language/linear_model.hpp"

#include <algorithm>
#include <cmath>

namespace language {
namespace {

constexpr int most_rounds = 12;
constexpr float settled = 2e-3F;  // the largest step of a round below which nothing changes any more

// Weights and values as whole numbers: a quarter of the memory, and sums that no order of adding changes. A row of
// length 1 with 900 cells cannot overflow 32 bits.
constexpr float largest_weight = 16384;
constexpr float value_units = 4096;

class Trainer {
 public:
  Trainer(std::span<const Row> rows, std::span<const std::uint32_t> classes, std::size_t class_count, std::size_t columns,
          double ridge)
      : rows_(rows), classes_(classes), class_count_(class_count), ridge_(static_cast<float>(ridge)),
        weights_(columns * class_count), duals_(rows.size() * class_count), step_(class_count) {}

  std::vector<float> weights() && {
    for (int round = 0; round < most_rounds; ++round) {
      float largest = 0;
      for (std::size_t i = 0; i < rows_.size(); ++i) largest = std::max(largest, improve(i));
      if (largest < settled) break;
    }
    return std::move(weights_);
  }

 private:
  // Solves for the duals of one row, all others held; gives the largest change.
  float improve(std::size_t i) {
    float* dual = &duals_[i * class_count_];
    for (std::size_t c = 0; c < class_count_; ++c) step_[c] = -ridge_ * dual[c];
    step_[classes_[i]] += 1;
    float norm = 0;
    for (const auto& [column, value] : rows_[i]) {
      norm += value * value;
      const float* weight = &weights_[column * class_count_];
      for (std::size_t c = 0; c < class_count_; ++c) step_[c] -= value * weight[c];
    }
    const float scale = 1 / (norm + ridge_);
    float largest = 0;
    for (std::size_t c = 0; c < class_count_; ++c) {
      step_[c] *= scale;
      dual[c] += step_[c];
      largest = std::max(largest, std::fabs(step_[c]));
    }
    for (const auto& [column, value] : rows_[i]) {
      float* weight = &weights_[column * class_count_];
      for (std::size_t c = 0; c < class_count_; ++c) weight[c] += value * step_[c];
    }
    return largest;
  }

  std::span<const Row> rows_;
  std::span<const std::uint32_t> classes_;
  std::size_t class_count_;
  float ridge_;
  std::vector<float> weights_;
  std::vector<float> duals_;
  std::vector<float> step_;
};

}  // namespace

LinearModel::LinearModel(std::span<const Row> rows, std::span<const std::uint32_t> classes, std::size_t class_count,
                         std::size_t columns, double ridge)
    : class_count_(class_count) {
  const auto weights = Trainer(rows, classes, class_count, columns, ridge).weights();
  float largest = 1e-6F;
  for (const float weight : weights) largest = std::max(largest, std::fabs(weight));
  unit_ = largest / largest_weight;
  weights_.reserve(weights.size());
  for (const float weight : weights) weights_.push_back(static_cast<std::int16_t>(std::lround(weight / unit_)));
}

std::vector<float> LinearModel::score(const Row& row) const {
  std::vector<std::int32_t> sums(class_count_);
  for (const auto& cell : row) {
    const auto value = static_cast<std::int16_t>(std::lround(cell.value * value_units));
    const auto* weight = &weights_[cell.column * class_count_];
    for (std::size_t c = 0; c < class_count_; ++c) sums[c] += value * weight[c];
  }
  std::vector<float> scores(class_count_);
  for (std::size_t c = 0; c < class_count_; ++c) scores[c] = static_cast<float>(sums[c]) * unit_ / value_units;
  return scores;
}

}  // namespace language
