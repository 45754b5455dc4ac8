#include "language/linear_model.hpp"

#include <algorithm>
#include <cmath>

namespace language {
namespace {

constexpr int most_rounds = 12;
constexpr float settled = 2e-3F;  // the largest step of a round below which nothing changes any more

// Weights below this share of the largest one are left out: most of them, and nearly nothing of the scores.
constexpr float smallest_share = 0.02F;

class Trainer {
 public:
  Trainer(std::span<const Row> rows, std::span<const std::uint32_t> classes, std::size_t class_count,
          std::size_t columns, double ridge)
      : rows_(rows),
        classes_(classes),
        class_count_(class_count),
        ridge_(static_cast<float>(ridge)),
        weights_(columns * class_count),
        duals_(rows.size() * class_count),
        step_(class_count) {}

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

LinearModel::LinearModel(std::span<const Row> rows, std::span<const std::uint32_t> classes,
                         std::size_t class_count, std::size_t columns, double ridge)
    : class_count_(class_count) {
  const auto weights = Trainer(rows, classes, class_count, columns, ridge).weights();
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::fabs(weight));
  starts_.reserve(columns + 1);
  for (std::size_t column = 0; column < columns; ++column) {
    starts_.push_back(static_cast<std::uint32_t>(weights_.size()));
    for (std::uint32_t c = 0; c < class_count; ++c) {
      const float weight = weights[column * class_count + c];
      if (std::fabs(weight) > smallest_share * largest) weights_.push_back({c, weight});
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(weights_.size()));
  weights_.shrink_to_fit();
}

std::vector<float> LinearModel::score(const Row& row) const {
  std::vector<float> scores(class_count_);
  for (const auto& [column, value] : row) {
    for (auto at = starts_[column]; at < starts_[column + 1]; ++at) {
      scores[weights_[at].of_class] += value * weights_[at].value;
    }
  }
  return scores;
}

}  // namespace language
