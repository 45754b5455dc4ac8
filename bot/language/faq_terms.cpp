#include "language/faq_terms.hpp"

#include <libstemmer.h>

#include <algorithm>

#include "base/text.hpp"

namespace language {
namespace {

constexpr std::size_t longest_word = 40;  // bytes; what is longer is cut
constexpr std::size_t usual_words = 32;   // of a post

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit) {
  std::vector<std::string_view> words;
  words.reserve(std::min(limit, usual_words));
  for (std::size_t at = 0; at < folded.size() && words.size() < limit;) {
    if (!is_word_byte(folded[at])) {
      ++at;
      continue;
    }
    const auto begin = at;
    while (at < folded.size() && is_word_byte(folded[at])) ++at;
    if (folded[begin] != '_') words.push_back(folded.substr(begin, std::min(at - begin, longest_word)));
  }
  return words;
}

void Stemmer::Free::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

std::uint64_t Stemmer::stem_of(std::string_view word) {
  if (stemmer_ == nullptr) stemmer_.reset(sb_stemmer_new("english", "UTF_8"));
  const auto* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                     static_cast<int>(word.size()));
  return base::stable_hash(
      {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))});
}

}  // namespace language
