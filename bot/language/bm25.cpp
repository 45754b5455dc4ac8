#include "language/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "language/hash_numbers.hpp"

namespace language {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;

double inverse_frequency(std::size_t documents, std::size_t holding) {
  const auto all = static_cast<double>(documents);
  const auto some = static_cast<double>(holding);
  return std::log(1 + (all - some + 0.5) / (some + 0.5));
}

bool before(const Bm25::Word& one, const Bm25::Word& other) {
  return one.hash < other.hash;
}

}  // namespace

Bm25::Bm25(std::vector<Words> documents, std::size_t words) {
  std::size_t total = 0;
  for (const auto& document : documents) total += document.size();
  const auto count = static_cast<double>(documents.size());
  const double average = documents.empty() ? 1 : std::max(1.0, static_cast<double>(total) / count);
  std::vector<std::vector<WeightColumns::Weight>> postings(words);
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    auto& document = documents[d];
    std::sort(document.begin(), document.end(), before);
    const double length = static_cast<double>(document.size()) / average;
    for (auto word = document.begin(); word != document.end();) {
      const auto next = std::upper_bound(word, document.end(), *word, before);
      const auto times = static_cast<double>(next - word);
      const double weight = times * (k1 + 1) / (times + k1 * (1 - b + b * length));
      postings[word->number].push_back({d, static_cast<float>(weight)});
      word = next;
    }
  }
  std::vector<std::uint32_t> starts{0};
  std::vector<WeightColumns::Weight> weights;
  for (const auto& of_word : postings) {
    const auto rarity = static_cast<float>(inverse_frequency(documents.size(), of_word.size()));
    for (const auto& [document, weight] : of_word) weights.push_back({document, weight * rarity});
    starts.push_back(static_cast<std::uint32_t>(weights.size()));
    highest_.push_back(rarity * static_cast<float>(k1 + 1));
  }
  weights_ = WeightColumns(documents.size(), starts, weights);
  unknown_word_ = static_cast<float>(inverse_frequency(documents.size(), 0) * (k1 + 1));
}

Bm25::Scores Bm25::score(Words query) const {
  Scores scores;
  scores.of_document.resize(weights_.rows());
  std::sort(query.begin(), query.end(), before);
  const auto same = [](const Word& one, const Word& other) { return one.hash == other.hash; };
  query.erase(std::unique(query.begin(), query.end(), same), query.end());
  for (const auto& [hash, number] : query) {
    if (number == HashNumbers::none) {
      scores.best_possible += unknown_word_;
      continue;
    }
    scores.best_possible += highest_[number];
    weights_.add(number, 1, scores.of_document);
  }
  return scores;
}

}  // namespace language
