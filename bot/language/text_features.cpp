#include "language/text_features.hpp"

#include <algorithm>
#include <cmath>

namespace language {
namespace {

constexpr float share_of_words = 0.5F;     // of a row's squared length
constexpr float share_of_meaning = 0.5F;   // squared length of a meaning all of whose words are known
constexpr float weight_of_unseen = 0.75F;  // of what was never seen, in the length of a row

constexpr std::size_t usual_words = 32;  // and pairs, of a post

}  // namespace

TextFeatures::TextFeatures(const FeatureSpace& space) : space_(space) {
  words_.columns.reserve(usual_words);
  groups_.columns.reserve(4 * usual_words);
}

void TextFeatures::Block::add(std::uint32_t column) {
  if (column == HashNumbers::none) {
    ++unseen;
  } else {
    columns.push_back(column);
  }
}

void TextFeatures::add(std::string_view word, const WordFeatures& features) {
  const bool seen = features.column != HashNumbers::none;
  if (any_) {  // a pair that a wording holds has two words that it holds
    words_.add(seen && seen_before_ ? space_.column_of_pair(before_, word) : HashNumbers::none);
  }
  words_.add(features.column);
  any_ = true;
  seen_before_ = seen;
  before_ = features.hash;
  groups_.columns.insert(groups_.columns.end(), features.groups.begin(), features.groups.end());
  groups_.unseen += features.unseen_groups;
  weight_ += features.weight;
  if (features.vector.empty()) return;
  weight_known_ += features.weight;
  language::add(meaning_, features.vector, features.weight);
}

// One kind of features, scaled to its share of the row's squared length.
void TextFeatures::append(Block& block, float share, Row& row) const {
  const auto first = row.size();
  float squares = 0;
  const float unseen = weight_of_unseen * space_.unseen_rarity_ * space_.unseen_rarity_;
  for (std::uint32_t i = 0; i < block.unseen; ++i) squares += unseen;
  auto& columns = block.columns;
  std::sort(columns.begin(), columns.end());
  for (std::size_t i = 0; i < columns.size();) {
    const auto begin = i;
    while (i < columns.size() && columns[i] == columns[begin]) ++i;
    const float times = i - begin == 1 ? 1 : 1 + std::log(static_cast<float>(i - begin));
    const float value = times * space_.rarity_[columns[begin]];
    row.push_back({columns[begin], value});
    squares += value * value;
  }
  const float scale = squares > 0 ? std::sqrt(share / squares) : 0;
  for (auto cell = first; cell < row.size(); ++cell) row[cell].value *= scale;
}

// The meaning is the mean of the words' vectors, the rare ones weighing more.
Features TextFeatures::sum() {
  Features features{{}, meaning_};
  features.row.reserve(words_.columns.size() + groups_.columns.size());
  append(words_, share_of_words, features.row);
  append(groups_, 1 - share_of_words, features.row);
  const float length = product(meaning_, meaning_);
  const float scale = length > 0 ? std::sqrt(share_of_meaning * weight_known_ / weight_ / length) : 0;
  for (auto& four : features.meaning) four *= scale;
  return features;
}

}  // namespace language
