#include "language/linear_model.hpp"

#include "language/linear_training.hpp"

namespace language {
namespace {

// The logarithm of how many classes "none of them" counts for.
constexpr float weight_of_none = 4.6F;

}  // namespace

LinearModel::LinearModel(std::span<const Features> texts, std::span<const std::uint32_t> classes,
                         std::size_t class_count, std::size_t columns)
    : starts_(columns + 1), meanings_(class_count), row_of_none_(columns) {
  LinearTraining(texts, classes, *this).run();
}

LinearModel::Scores LinearModel::score(const Features& text) const {
  Scores scores;
  scores.of_class.resize(meanings_.size());
  scores.of_none = weight_of_none + product(meaning_of_none_, text.meaning);
  for (std::size_t c = 0; c < meanings_.size(); ++c) {
    scores.of_class[c] = product(meanings_[c], text.meaning);
  }
  for (const auto& [column, value] : text.row) {
    scores.of_none += value * row_of_none_[column];
    for (auto at = starts_[column]; at < starts_[column + 1]; ++at) {
      scores.of_class[weights_[at].of_class] += value * weights_[at].value;
    }
  }
  return scores;
}

}  // namespace language
