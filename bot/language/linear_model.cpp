#include "language/linear_model.hpp"

#include <cmath>

namespace language {
namespace {

constexpr int most_rounds = 30;
constexpr float settled = 1e-3F;  // the largest step of a round below which nothing changes any more

}  // namespace

LinearModel::LinearModel(const std::vector<SparseRow>& rows, std::span<const std::uint32_t> classes,
                         std::size_t class_count, double ridge)
    : class_count_(class_count) {
  for (const auto& row : rows) {
    for (const auto& [feature, value] : row.values) columns_.emplace(feature, static_cast<std::uint32_t>(columns_.size()));
  }
  weights_.resize(columns_.size() * class_count);
  std::vector<Cells> examples;
  for (const auto& row : rows) examples.push_back(cells_of(row));
  std::vector<float> duals(rows.size() * class_count);
  std::vector<float> step(class_count);
  const auto lambda = static_cast<float>(ridge);
  for (int round = 0; round < most_rounds; ++round) {
    float largest = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      float norm = 0;
      float* dual = &duals[i * class_count];
      for (std::size_t c = 0; c < class_count; ++c) step[c] = -lambda * dual[c];
      step[classes[i]] += 1;
      for (const auto& [column, value] : examples[i]) {
        norm += value * value;
        const float* weight = &weights_[column * class_count];
        for (std::size_t c = 0; c < class_count; ++c) step[c] -= value * weight[c];
      }
      const float scale = 1 / (norm + lambda);
      for (std::size_t c = 0; c < class_count; ++c) {
        step[c] *= scale;
        dual[c] += step[c];
        largest = std::max(largest, std::fabs(step[c]));
      }
      for (const auto& [column, value] : examples[i]) {
        float* weight = &weights_[column * class_count];
        for (std::size_t c = 0; c < class_count; ++c) weight[c] += value * step[c];
      }
    }
    if (largest < settled) break;
  }
}

LinearModel::Cells LinearModel::cells_of(const SparseRow& row) const {
  Cells cells;
  for (const auto& [feature, value] : row.values) {
    if (const auto found = columns_.find(feature); found != columns_.end()) cells.emplace_back(found->second, value);
  }
  return cells;
}

std::vector<float> LinearModel::score(const SparseRow& row) const {
  std::vector<float> scores(class_count_);
  for (const auto& [column, value] : cells_of(row)) {
    const float* weight = &weights_[column * class_count_];
    for (std::size_t c = 0; c < class_count_; ++c) scores[c] += value * weight[c];
  }
  return scores;
}

}  // namespace language
