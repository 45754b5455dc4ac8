// A post as words in a row, for whoever looks for what an introduction tells. Asking beyond the end is no
// mistake: nothing stands there.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"
#include "language/tokens.hpp"

namespace language {

// Both views must outlive it.
class Page {
 public:
  Page(std::u32string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::size_t size() const { return tokens_.size(); }
  std::string_view word(std::size_t at) const;  // folded; "" beyond the end
  bool is(std::size_t at, std::string_view word) const { return this->word(at) == word; }
  bool is_word(std::size_t at) const { return at < size() && tokens_[at].is_word(); }
  bool is_emoji(std::size_t at) const;
  bool starts_with_digit(std::size_t at) const;
  bool capital(std::size_t at) const;
  // Two capitals or more and nothing else: "HR".
  bool all_capitals(std::size_t at) const;
  // The mark ends a part of a sentence, or the post ends.
  bool breaks(std::size_t at) const;

  // How many tokens the longest of these leads ("my name is") takes that stand at `at`; 0: none does.
  std::size_t lead(std::size_t at, std::span<const std::string_view> leads) const;

  Span span(std::size_t first, std::size_t last) const;
  std::string cut(Span span) const;

 private:
  std::u32string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace language
