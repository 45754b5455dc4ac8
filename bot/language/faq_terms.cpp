#include "language/faq_terms.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"

namespace language {
namespace {

constexpr std::size_t shortest_group = 2;
constexpr std::size_t longest_group = 5;
constexpr std::size_t longest_word = 40;  // bytes; what is longer is cut

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// One of each, with how often it came.
std::vector<Feature> counted(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<Feature> features;
  for (const auto hash : hashes) {
    if (features.empty() || features.back().hash != hash) features.push_back({hash, 0});
    features.back().weight += 1;
  }
  return features;
}

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

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

std::vector<std::string> stems_of(const std::vector<std::string_view>& words) {
  const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete);
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const auto word : words) {
    const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    stems.emplace_back(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
  }
  return stems;
}

std::vector<Feature> word_features(const std::vector<std::string_view>& words) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hashes.push_back(base::stable_hash(words[i]));
    if (i > 0) hashes.push_back(base::stable_hash(std::string(words[i - 1]) + ' ' + std::string(words[i])));
  }
  return counted(std::move(hashes));
}

std::vector<Feature> letter_features(const std::vector<std::string_view>& words) {
  std::vector<std::uint64_t> hashes;
  std::string padded;
  for (const auto word : words) {
    padded.assign(" ").append(word).append(" ");
    for (std::size_t begin = 0; begin < padded.size(); ++begin) {
      if (!starts_code_point(padded[begin])) continue;
      std::size_t letters = 0;
      for (auto end = begin; end < padded.size() && letters < longest_group;) {
        do {
          ++end;
        } while (end < padded.size() && !starts_code_point(padded[end]));
        if (++letters >= shortest_group) hashes.push_back(base::stable_hash(std::string_view(padded).substr(begin, end - begin)));
      }
    }
  }
  return counted(std::move(hashes));
}

}  // namespace language
