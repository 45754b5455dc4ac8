#include "language/faq_words.hpp"

#include <algorithm>
#include <utility>

#include "language/faq_terms.hpp"
#include "language/small_words.hpp"
#include "language/text_features.hpp"
#include "language/word_hash.hpp"

namespace language {
namespace {

using Words = FaqWords::Words;

Words all_of(const std::vector<Words>& texts) {
  Words all;
  for (const auto& words : texts) all.insert(all.end(), words.begin(), words.end());
  return all;
}

// By their hashes, which is quicker than by their letters.
Words each_once(const Words& words) {
  std::vector<std::pair<std::uint64_t, std::string_view>> hashed;
  hashed.reserve(words.size());
  for (const auto word : words) hashed.emplace_back(hash_of_word(word), word);
  const auto before = [](auto& a, auto& b) { return a.first < b.first; };
  const auto same = [](auto& a, auto& b) { return a.first == b.first; };
  std::sort(hashed.begin(), hashed.end(), before);
  Words once;
  const auto end = std::unique(hashed.begin(), hashed.end(), same);
  for (auto at = hashed.begin(); at != end; ++at) once.push_back(at->second);
  return once;
}

HashNumbers numbers_of_stems(const Words& words) {
  Stemmer stemmer;
  std::vector<std::uint64_t> stems;
  stems.reserve(words.size());
  for (const auto word : words) stems.push_back(stemmer.stem_of(word));
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return HashNumbers(stems);
}

}  // namespace

FaqWords::FaqWords(const std::vector<Words>& documents, const std::vector<Words>& wordings)
    : spelling_(all_of(documents)), space_(wordings) {
  auto words = all_of(documents);
  stems_ = numbers_of_stems(each_once(words));
  for (const auto& list : {all_of(wordings), small_words(), courtesies()})
    words.insert(words.end(), list.begin(), list.end());
  Stemmer stemmer;
  std::vector<std::uint64_t> hashes;
  for (const auto word : each_once(words)) {
    if (spelling_.mended(word) != word) continue;
    hashes.push_back(hash_of_word(word));
    look_into(word, stemmer, known_.emplace_back());
  }
  numbers_ = HashNumbers(hashes);
}

const FaqWords::Known* FaqWords::find(std::string_view word) const {
  const auto number = numbers_.find(hash_of_word(word));
  return number == HashNumbers::none ? nullptr : &known_[number];
}

void FaqWords::look_into(std::string_view word, Stemmer& stemmer, Known& known) const {
  const auto stem = stemmer.stem_of(word);
  known.stem = {stem, stems_.find(stem)};
  space_.read(word, known.features);
  known.counts = known.features.column != HashNumbers::none || !is_courtesy(word);
}

FaqWords::Text FaqWords::read(const Words& words) const {
  Text text;
  text.stems.reserve(words.size());
  TextFeatures features(space_);
  Stemmer stemmer;
  Known stranger;
  for (auto word : words) {
    const auto* known = find(word);
    if (known == nullptr) {
      const auto written = std::exchange(word, spelling_.mended(word));
      if (word.data() != written.data()) known = find(word);
    }
    if (known == nullptr) {
      look_into(word, stemmer, stranger);
      known = &stranger;
    }
    if (!known->counts) continue;
    text.stems.push_back(known->stem);
    features.add(word, known->features);
  }
  text.features = features.sum();
  return text;
}

Bm25::Words FaqWords::stems_of(const Words& words) const {
  Stemmer stemmer;
  Bm25::Words stems;
  for (const auto word : words) {
    const auto* known = find(word);
    const auto stem = known == nullptr ? stemmer.stem_of(word) : known->stem.hash;
    stems.push_back({stem, stems_.find(stem)});
  }
  return stems;
}

}  // namespace language
