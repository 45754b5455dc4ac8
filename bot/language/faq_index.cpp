#include "language/faq_index.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "language/cues.hpp"
#include "language/small_words.hpp"

namespace language {
namespace {

constexpr std::size_t longest_wording = 60;  // words of a post or of a wording that count
constexpr std::size_t longest_document = 600;
constexpr std::size_t shortest_name = 3;  // letters of an id that says something
constexpr std::size_t most_hits = 4;
constexpr float logits_of_document = 6;  // what a document adds that explains the whole text
constexpr double too_far = 20;           // logits behind the best entry that count for nothing

// Confidence: the likelihood times roots of how near the nearest wording is and of what the document
// explains (a little for none of it), as a score
// that reads as the chance of being right, on the careful side: on development sets of courses 19 of 20
// answers at the usual threshold are right. A wrong public answer costs more than a missing one.
constexpr double none_of_it = 0.1;
constexpr double steepness = 8;
constexpr double even_odds = 0.37;

using Words = std::vector<std::string_view>;

// The id people chose for an entry is often its best keyword: "late-homework" says "late homework".
std::string words_of_id(const std::string& id) {
  std::string words = base::fold(id);
  const bool is_name = std::count_if(words.begin(), words.end(), [](char c) {
                         return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
                       }) >= static_cast<std::ptrdiff_t>(shortest_name);
  if (!is_name) return {};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// What a post may be worded like: the entry's wordings and its id.
std::vector<std::string> wordings_of(const domain::FaqEntry& entry) {
  std::vector<std::string> wordings;
  if (auto id = words_of_id(entry.id); !id.empty()) wordings.push_back(std::move(id));
  for (const auto& ask : entry.asks) wordings.push_back(base::fold(ask));
  return wordings;
}

bool before(const FaqHit& a, const FaqHit& b) {
  return a.score != b.score ? a.score > b.score : a.entry < b.entry;
}

}  // namespace

FaqIndex::FaqIndex(const std::vector<domain::FaqEntry>& entries) : entries_(entries.size()) {
  std::vector<std::string> texts;  // owns what the words point into
  std::vector<std::uint32_t> classes;
  std::vector<std::string> documents;
  for (std::uint32_t e = 0; e < entries.size(); ++e) {
    first_wording_.push_back(texts.size());
    std::string& document = documents.emplace_back();
    for (auto& wording : wordings_of(entries[e])) {
      document.append(wording).append(" ");
      texts.push_back(std::move(wording));
      classes.push_back(e);
    }
    for (const auto& [language, answer] : entries[e].answer) document += base::fold(answer) + ' ';
  }
  first_wording_.push_back(texts.size());
  read_documents(documents);
  std::vector<Words> wordings;
  wordings.reserve(texts.size());
  for (const auto& text : texts) wordings.push_back(words_of(text, longest_wording));
  features_ = FeatureSpace(wordings);
  std::vector<Features> features;
  features.reserve(wordings.size());
  for (const auto& words : wordings) features.push_back(features_.features_of(words));
  model_ = LinearModel(features, classes, entries_, features_.columns());
  for (auto& feature : features) wordings_.push_back(std::move(feature.row));
}

void FaqIndex::read_documents(const std::vector<std::string>& documents) {
  std::vector<Bm25::Words> stems;
  Words all;
  for (const auto& document : documents) {
    const auto words = words_of(document, longest_document);
    stems.push_back(stems_of(words));
    all.insert(all.end(), words.begin(), words.end());
  }
  documents_.emplace(std::move(stems));
  spelling_ = Spelling(std::move(all));
}

float FaqIndex::nearest_wording(std::size_t entry, const Row& text) const {
  float nearest = 0;
  for (auto w = first_wording_[entry]; w < first_wording_[entry + 1]; ++w) {
    nearest = std::max(nearest, product(text, wordings_[w]));
  }
  return nearest;
}

std::vector<FaqHit> FaqIndex::match(std::string_view folded) const {
  if (entries_ == 0) return {};
  auto words = words_of(folded, longest_wording);
  for (auto& word : words) word = spelling_.mended(word);
  std::erase_if(words, [this](auto word) { return is_courtesy(word) && !features_.knows(word); });
  const auto by_document = documents_->score(stems_of(words));
  const auto features = features_.features_of(words);
  const auto by_wording = model_.score(features);
  const float part = by_document.best_possible > 0 ? 1 / by_document.best_possible : 0;
  std::vector<FaqHit> hits(entries_);
  for (std::size_t e = 0; e < entries_; ++e) {
    hits[e] = {e, by_wording.of_class[e] + logits_of_document * part * by_document.of_document[e]};
  }
  const auto kept = std::min(most_hits, entries_);
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), before);
  const double best = hits[0].score;
  double others = std::exp(by_wording.of_none - best);
  for (const auto& hit : hits) {
    if (hit.score > best - too_far) others += std::exp(hit.score - best);
  }
  hits.resize(kept);
  const double explained = part * by_document.of_document[hits[0].entry];
  const double near = nearest_wording(hits[0].entry, features.row);
  const double evidence = std::pow(explained + none_of_it, 0.25) * std::sqrt(near + none_of_it) / others;
  const double confidence = to_score(steepness * (evidence - even_odds));
  for (auto& hit : hits) hit.score = confidence * std::exp(hit.score - best);
  return hits;
}

}  // namespace language
