// BM25 over documents of stemmed words (Robertson and Zaragoza 2009). A word is its hash.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace language {

class Bm25 {
 public:
  using Words = std::vector<std::uint64_t>;

  explicit Bm25(std::vector<Words> documents);

  struct Scores {
    std::vector<float> of_document;
    float best_possible = 0;  // what a document would get that holds every word of the query often
  };
  // A word no document holds counts as a rare one in best_possible.
  Scores score(Words query) const;

 private:
  struct Posting {
    std::uint32_t document;
    float weight;  // idf included
  };
  struct Word {
    float highest = 0;
    std::vector<Posting> postings;
  };
  std::unordered_map<std::uint64_t, Word> words_;
  std::size_t documents_ = 0;
  float unknown_word_ = 0;
};

}  // namespace language
