// A post as words in a row, for whoever looks for what an introduction tells. Asking beyond the end is no
// mistake: nothing stands there.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"
#include "language/tokens.hpp"

namespace language {

// Beginnings of what people tell: "my name is", "d'" (tokens, spaces between them).
template <std::size_t count>
class Leads {
 public:
  constexpr explicit Leads(const std::string_view (&leads)[count]) {
    std::copy(leads, leads + count, all_.begin());
    for (const std::string_view lead : all_) letters_ |= bit_of(lead.substr(0, lead.find(' ')));
  }

  // Most words begin none of them, and their first two letters say so.
  bool may_begin_with(std::string_view word) const { return (letters_ & bit_of(word)) != 0; }
  std::span<const std::string_view> all() const { return all_; }

 private:
  static constexpr std::uint64_t bit_of(std::string_view word) {
    const unsigned first = word.empty() ? 0 : static_cast<unsigned char>(word[0]);
    const unsigned second = word.size() < 2 ? 0 : static_cast<unsigned char>(word[1]);
    return std::uint64_t{1} << ((first * 7 + second) & 63U);
  }

  std::array<std::string_view, count> all_{};
  std::uint64_t letters_ = 0;
};

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
  template <std::size_t count>
  std::size_t lead(std::size_t at, const Leads<count>& leads) const {
    return leads.may_begin_with(word(at)) ? longest_lead(at, leads.all()) : 0;
  }

  Span span(std::size_t first, std::size_t last) const;
  std::string cut(Span span) const;

 private:
  std::size_t longest_lead(std::size_t at, std::span<const std::string_view> leads) const;

  std::u32string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace language
