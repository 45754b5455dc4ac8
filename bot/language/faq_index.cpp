#include "language/faq_index.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/cues.hpp"

namespace language {
namespace {

constexpr std::size_t longest_wording = 60;  // words of a post or of a wording that count
constexpr std::size_t longest_document = 600;
constexpr std::size_t most_hits = 4;
constexpr double ridge = 1.0;
constexpr float share_of_documents = 0.5F;  // BM25's part in the fused score

// Confidence: evidence in logits around where right and wrong are equally likely on the development sets.
constexpr double weight_of_margin = 0.3;
constexpr double steepness = 8;
constexpr double even_odds = 0.46;

using Words = std::vector<std::string_view>;

std::vector<FaqHit> without_confidence(std::vector<FaqHit> hits) {
  for (auto& hit : hits) hit.score = 0;
  return hits;
}

}  // namespace

FaqIndex::FaqIndex(const std::vector<domain::FaqEntry>& entries) : entries_(entries.size()) {
  std::vector<std::string> texts;  // owns what the words point into
  std::vector<std::uint32_t> classes;
  std::vector<std::vector<std::string>> documents(entries.size());
  for (std::uint32_t e = 0; e < entries.size(); ++e) {
    for (const auto& ask : entries[e].asks) {
      texts.push_back(base::fold(ask));
      classes.push_back(e);
    }
    std::string document;
    for (const auto& ask : entries[e].asks) document += base::fold(ask) + ' ';
    for (const auto& [language, answer] : entries[e].answer) document += base::fold(answer) + ' ';
    documents[e] = stems_of(words_of(document, longest_document));
  }
  documents_.emplace(documents);
  std::vector<Words> wordings;
  wordings.reserve(texts.size());
  for (const auto& text : texts) wordings.push_back(words_of(text, longest_wording));
  features_ = FeatureSpace(wordings);
  std::vector<Row> rows;
  rows.reserve(wordings.size());
  for (const auto& words : wordings) rows.push_back(features_.row_of(words));
  model_ = LinearModel(rows, classes, entries_, features_.columns(), ridge);
}

std::vector<FaqHit> FaqIndex::match(std::string_view folded) const {
  if (entries_ == 0) return {};
  const auto words = words_of(folded, longest_wording);
  const auto by_document = documents_->score(stems_of(words));
  const auto by_wording = model_.score(features_.row_of(words));
  std::vector<FaqHit> hits(entries_);
  for (std::size_t e = 0; e < entries_; ++e) {
    const float share =
        by_document.best_possible > 0 ? by_document.of_document[e] / by_document.best_possible : 0;
    hits[e] = {e, by_wording[e] + share_of_documents * share};
  }
  const auto kept = std::min(most_hits, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                    [](const FaqHit& a, const FaqHit& b) {
                      return a.score != b.score ? a.score > b.score : a.entry < b.entry;
                    });
  hits.resize(kept);
  const double best = hits[0].score;
  if (best <= 0) return without_confidence(std::move(hits));
  const double next = kept > 1 ? std::max(0.0, hits[1].score) : 0;
  const double margin = (best - next) / best;
  const double evidence = best * (1 - weight_of_margin + weight_of_margin * margin);
  const double confidence = to_score(steepness * (evidence - even_odds));
  for (auto& hit : hits) hit.score = confidence * std::max(0.0, hit.score) / best;
  return hits;
}

}  // namespace language
