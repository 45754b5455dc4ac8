// BM25 over documents of stemmed words (Robertson and Zaragoza 2009).
#pragma once

#include <cstdint>
#include <vector>

#include "language/weight_columns.hpp"

namespace language {

class Bm25 {
 public:
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // below the count of words; HashNumbers::none: no document holds it
  };
  using Words = std::vector<Word>;

  Bm25() = default;
  // The documents hold `words` different words, numbered in ascending order of their hashes.
  Bm25(std::vector<Words> documents, std::size_t words);

  struct Scores {
    std::vector<float> of_document;
    float best_possible = 0;  // what a document would get that holds every word of the query often
  };
  // A word no document holds counts as a rare one in best_possible.
  Scores score(Words query) const;

 private:
  WeightColumns weights_;       // of each word in each document, idf included
  std::vector<float> highest_;  // of each word
  float unknown_word_ = 0;
};

}  // namespace language
