#include "language/faq_terms.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"

namespace language {
namespace {

constexpr std::size_t longest_word = 40;  // bytes; what is longer is cut

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit) {
  std::vector<std::string_view> words;
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

std::vector<std::uint64_t> stems_of(const std::vector<std::string_view>& words) {
  const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(sb_stemmer_new("english", "UTF_8"),
                                                                   sb_stemmer_delete);
  std::vector<std::uint64_t> stems;
  stems.reserve(words.size());
  for (const auto word : words) {
    const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    stems.push_back(base::stable_hash(
        {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))}));
  }
  return stems;
}

}  // namespace language
