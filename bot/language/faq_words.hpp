// The words of an FAQ, each looked into once, and texts read with them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/bm25.hpp"
#include "language/feature_space.hpp"
#include "language/hash_numbers.hpp"
#include "language/spelling.hpp"

namespace language {

class Stemmer;

class FaqWords {
 public:
  using Words = std::vector<std::string_view>;

  FaqWords() = default;
  // The words of each entry's document and those of each wording.
  FaqWords(const std::vector<Words>& documents, const std::vector<Words>& wordings);

  struct Text {
    Bm25::Words stems;
    Features features;
  };
  // Misspelt words as the FAQ spells them, without greetings that no wording holds.
  Text read(const Words& words) const;

  // The wordings and documents as they were written down.
  const FeatureSpace& space() const { return space_; }
  Bm25::Words stems_of(const Words& words) const;
  std::size_t stems() const { return stems_.size(); }

 private:
  struct Known {
    Bm25::Word stem;
    bool counts = true;
    WordFeatures features;
  };
  const Known* find(std::string_view word) const;
  void look_into(std::string_view word, Stemmer& stemmer, Known& known) const;

  Spelling spelling_;
  FeatureSpace space_;
  HashNumbers stems_;    // of the documents
  HashNumbers numbers_;  // of known_, by the words' hashes
  std::vector<Known> known_;
};

}  // namespace language
