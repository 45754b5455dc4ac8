// Which FAQ entry does a post ask about, and how sure is that? Any language the entries are written in.
#pragma once

#include <string_view>
#include <vector>

#include "domain/content.hpp"
#include "language/bm25.hpp"
#include "language/faq_words.hpp"
#include "language/linear_model.hpp"
#include "language/nearness.hpp"
#include "language/reading.hpp"

namespace language {

// Two views of a text are fused: BM25 over one document per entry (its id, wordings and answers), which ranks
// well on a few wordings, and a linear model over the words, letters and meanings of the wordings, which
// learns from many and forgives slips. Misspelt words of a post are read as the FAQ spells them.
class FaqIndex {
 public:
  explicit FaqIndex(const std::vector<domain::FaqEntry>& entries);

  // Best first, at most four; empty only without entries. The score is the confidence that this entry answers
  // this text: how likely it is among all entries and "none of them", how much of the text its document
  // explains, and how near its nearest wording is.
  std::vector<FaqHit> match(std::string_view folded) const;

 private:
  std::size_t entries_ = 0;
  FaqWords words_;
  Bm25 documents_;
  LinearModel model_;
  std::vector<Nearness> wordings_;  // of each entry
};

}  // namespace language
