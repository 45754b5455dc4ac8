#include "language/linear_model.hpp"

#include <utility>

#include "language/linear_training.hpp"

namespace language {
namespace {

// The logarithm of how many classes "none of them" counts for.
constexpr float weight_of_none = 4.6F;

}  // namespace

LinearModel::LinearModel(std::span<const Features> texts, std::span<const std::uint32_t> classes,
                         std::size_t class_count, std::size_t columns)
    : LinearModel(LinearTraining(texts, classes, class_count, columns).run()) {}

LinearModel::LinearModel(WeightColumns weights, std::vector<Meaning> meanings)
    : weights_(std::move(weights)), meanings_(std::move(meanings)) {}

LinearModel::Scores LinearModel::score(const Features& text) const {
  Scores scores;
  auto& sums = scores.of_class;
  sums.resize(meanings_.size());
  products(meanings_, text.meaning, sums);
  sums.back() += weight_of_none;
  for (const auto& [column, value] : text.row) weights_.add(column, value, sums);
  scores.of_none = sums.back();
  sums.pop_back();
  return scores;
}

}  // namespace language
