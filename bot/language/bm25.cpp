#include "language/bm25.hpp"

#include <algorithm>
#include <cmath>

namespace language {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;

double inverse_frequency(std::size_t documents, std::size_t holding) {
  const auto all = static_cast<double>(documents);
  const auto some = static_cast<double>(holding);
  return std::log(1 + (all - some + 0.5) / (some + 0.5));
}

}  // namespace

Bm25::Bm25(std::vector<Words> documents) : documents_(documents.size()) {
  std::size_t total = 0;
  for (const auto& document : documents) total += document.size();
  const double average =
      documents.empty() ? 1 : std::max(1.0, static_cast<double>(total) / static_cast<double>(documents_));
  for (std::uint32_t d = 0; d < documents_; ++d) {
    auto& words = documents[d];
    std::sort(words.begin(), words.end());
    const double length = static_cast<double>(words.size()) / average;
    for (auto word = words.begin(); word != words.end();) {
      const auto next = std::upper_bound(word, words.end(), *word);
      const auto count = static_cast<double>(next - word);
      const double weight = count * (k1 + 1) / (count + k1 * (1 - b + b * length));
      words_[*word].postings.push_back({d, static_cast<float>(weight)});
      word = next;
    }
  }
  for (auto& [hash, word] : words_) {
    const auto rarity = static_cast<float>(inverse_frequency(documents_, word.postings.size()));
    for (auto& posting : word.postings) posting.weight *= rarity;
    word.highest = rarity * static_cast<float>(k1 + 1);
  }
  unknown_word_ = static_cast<float>(inverse_frequency(documents_, 0) * (k1 + 1));
}

Bm25::Scores Bm25::score(Words query) const {
  Scores scores;
  scores.of_document.resize(documents_);
  std::sort(query.begin(), query.end());
  query.erase(std::unique(query.begin(), query.end()), query.end());
  for (const auto word : query) {
    const auto found = words_.find(word);
    if (found == words_.end()) {
      scores.best_possible += unknown_word_;
      continue;
    }
    scores.best_possible += found->second.highest;
    for (const auto& posting : found->second.postings) scores.of_document[posting.document] += posting.weight;
  }
  return scores;
}

}  // namespace language
