#include "language/nearness.hpp"

#include <algorithm>

namespace language {

Nearness::Nearness(std::span<const Features> others) {
  struct Use {
    std::uint32_t column;
    WeightColumns::Weight weight;
  };
  std::vector<Use> uses;
  for (std::uint32_t i = 0; i < others.size(); ++i) {
    for (const auto& [column, value] : others[i].row) uses.push_back({column, {i, value}});
  }
  std::stable_sort(uses.begin(), uses.end(), [](auto& a, auto& b) { return a.column < b.column; });
  std::vector<std::uint32_t> starts;
  std::vector<WeightColumns::Weight> weights;
  for (const auto& [column, weight] : uses) {
    if (columns_.empty() || columns_.back() != column) {
      columns_.push_back(column);
      starts.push_back(static_cast<std::uint32_t>(weights.size()));
    }
    weights.push_back(weight);
  }
  starts.push_back(static_cast<std::uint32_t>(weights.size()));
  weights_ = WeightColumns(others.size(), starts, weights);
}

float Nearness::to_nearest(const Row& text) const {
  std::vector<float> products(weights_.rows());
  auto cell = text.begin();
  for (std::uint32_t i = 0; i < columns_.size() && cell != text.end();) {
    const auto [column, value] = *cell;
    const auto other = columns_[i];
    if (column == other) weights_.add(i, value, products);
    cell += static_cast<std::ptrdiff_t>(column <= other);  // no branch: nobody can guess which comes first
    i += static_cast<std::uint32_t>(other <= column);
  }
  float nearest = 0;
  for (const float product : products) nearest = std::max(nearest, product);
  return nearest;
}

}  // namespace language
