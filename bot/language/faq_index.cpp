#include "language/faq_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "base/text.hpp"
#include "language/cues.hpp"
#include "language/exponentials.hpp"
#include "language/faq_terms.hpp"

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

std::vector<Words> words_of_each(const std::vector<std::string>& texts, std::size_t longest) {
  std::vector<Words> words;
  words.reserve(texts.size());
  for (const auto& text : texts) words.push_back(words_of(text, longest));
  return words;
}

// The entries of the highest logits, best first.
std::vector<FaqHit> best_of(const std::vector<float>& logits) {
  std::vector<FaqHit> hits;
  hits.reserve(most_hits + 1);
  auto too_low = -std::numeric_limits<float>::infinity();
  for (std::size_t e = 0; e < logits.size(); ++e) {
    if (hits.size() == most_hits && logits[e] <= too_low) continue;
    const auto lower =
        std::find_if(hits.begin(), hits.end(), [&](auto& hit) { return hit.score < logits[e]; });
    hits.insert(lower, {e, logits[e]});
    if (hits.size() > most_hits) hits.pop_back();
    if (hits.size() == most_hits) too_low = static_cast<float>(hits.back().score);
  }
  return hits;
}

}  // namespace

FaqIndex::FaqIndex(const std::vector<domain::FaqEntry>& entries) : entries_(entries.size()) {
  std::vector<std::string> texts;  // owns what the words point into
  std::vector<std::uint32_t> classes;
  std::vector<std::size_t> first_wording;  // of each entry
  std::vector<std::string> documents;
  for (std::uint32_t e = 0; e < entries.size(); ++e) {
    first_wording.push_back(texts.size());
    std::string& document = documents.emplace_back();
    for (auto& wording : wordings_of(entries[e])) {
      document.append(wording).append(" ");
      texts.push_back(std::move(wording));
      classes.push_back(e);
    }
    for (const auto& [language, answer] : entries[e].answer) document += base::fold(answer) + ' ';
  }
  first_wording.push_back(texts.size());
  const auto words_of_documents = words_of_each(documents, longest_document);
  const auto words_of_wordings = words_of_each(texts, longest_wording);
  words_ = FaqWords(words_of_documents, words_of_wordings);
  std::vector<Bm25::Words> stems;
  stems.reserve(entries_);
  for (const auto& words : words_of_documents) stems.push_back(words_.stems_of(words));
  documents_ = Bm25(std::move(stems), words_.stems());
  std::vector<Features> features;
  features.reserve(texts.size());
  for (const auto& words : words_of_wordings) features.push_back(words_.space().features_of(words));
  model_ = LinearModel(features, classes, entries_, words_.space().columns());
  for (std::size_t e = 0; e < entries_; ++e) {
    const auto wordings = first_wording[e + 1] - first_wording[e];
    wordings_.emplace_back(std::span(features).subspan(first_wording[e], wordings));
  }
}

std::vector<FaqHit> FaqIndex::match(std::string_view folded) const {
  if (entries_ == 0) return {};
  auto text = words_.read(words_of(folded, longest_wording));
  const auto by_document = documents_.score(std::move(text.stems));
  auto [logits, none] = model_.score(text.features);
  const float part = by_document.best_possible > 0 ? 1 / by_document.best_possible : 0;
  add_scaled(by_document.of_document, logits_of_document * part, logits);
  auto hits = best_of(logits);
  const double best = hits[0].score;
  const double others = std::exp(none - best) + sum_of_exponentials(logits, best, too_far);
  const double explained = part * by_document.of_document[hits[0].entry];
  const double near = wordings_[hits[0].entry].to_nearest(text.features.row);
  const double evidence = std::pow(explained + none_of_it, 0.25) * std::sqrt(near + none_of_it) / others;
  const double confidence = to_score(steepness * (evidence - even_odds));
  for (auto& hit : hits) hit.score = confidence * std::exp(hit.score - best);
  return hits;
}

}  // namespace language
