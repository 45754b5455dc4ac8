// What FAQ matching counts in a text: stemmed words and hashed n-grams.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace language {

// Folded words, in order; at most `limit`. What starts with an underscore is a marker of ours, no word.
std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit);

// The same words, stemmed (English suffixes; other languages lose little by it).
std::vector<std::string> stems_of(const std::vector<std::string_view>& words);

struct Feature {
  std::uint64_t hash = 0;
  float weight = 0;  // how often it stands there
};

// Words and pairs of words; groups of 2 to 5 letters within a word, its ends marked. Each feature once, by hash.
std::vector<Feature> word_features(const std::vector<std::string_view>& words);
std::vector<Feature> letter_features(const std::vector<std::string_view>& words);

}  // namespace language
