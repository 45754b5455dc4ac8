#include "language/feature_space.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "language/small_words.hpp"
#include "language/text_features.hpp"
#include "language/word_hash.hpp"

namespace language {
namespace {

constexpr std::size_t group_size = 3;  // letters; shorter and longer ones add time and hardly anything else
constexpr float rarity_of_small_words = 0.7F;  // share that counts of it for the meaning

using Hashes = std::vector<std::uint64_t>;

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
}

std::uint64_t hash_of_pair(std::uint64_t hash_of_first, std::string_view second) {
  return grown(grown(hash_of_first, ' '), second) | 1U;
}

// Of words and pairs.
Hashes word_hashes(const FeatureSpace::Words& words) {
  Hashes hashes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) hashes.push_back(hash_of_pair(hash_of_word(words[i - 1]), words[i]));
    hashes.push_back(hash_of_word(words[i]) | 1U);
  }
  return hashes;
}

template <typename Each>
void each_group(std::string_view word, Each each) {
  const std::string padded = std::string(" ").append(word).append(" ");
  for (std::size_t begin = 0; begin < padded.size(); ++begin) {
    if (!starts_code_point(padded[begin])) continue;
    auto hash = group_seed;
    auto end = begin;
    for (std::size_t letters = 0; letters < group_size; ++letters) {
      if (end == padded.size()) return;
      do {
        hash = grown(hash, padded[end++]);
      } while (end < padded.size() && !starts_code_point(padded[end]));
    }
    each(hash | 1U);
  }
}

Hashes group_hashes(const FeatureSpace::Words& words) {
  Hashes hashes;
  for (const auto word : words) each_group(word, [&](std::uint64_t hash) { hashes.push_back(hash); });
  return hashes;
}

struct Counted {
  std::uint64_t hash;
  std::uint32_t wordings;
};

// In how many wordings each hash stands; ascending by hash.
std::vector<Counted> counted(Hashes all) {
  std::sort(all.begin(), all.end());
  std::vector<Counted> counts;
  for (const auto hash : all) {
    if (counts.empty() || counts.back().hash != hash) counts.push_back({hash, 0});
    ++counts.back().wordings;
  }
  return counts;
}

void append_once(Hashes hashes, Hashes& all) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  all.insert(all.end(), hashes.begin(), hashes.end());
}

}  // namespace

FeatureSpace::FeatureSpace(const std::vector<Words>& wordings) {
  Hashes words;
  Hashes groups;
  for (const auto& wording : wordings) {
    append_once(word_hashes(wording), words);
    append_once(group_hashes(wording), groups);
  }
  auto kept = counted(std::move(words));  // words before groups, so that rows come in order
  const auto counted_groups = counted(std::move(groups));
  kept.insert(kept.end(), counted_groups.begin(), counted_groups.end());
  const auto all = static_cast<float>(wordings.size()) + 1;
  unseen_rarity_ = std::log(all) + 1;
  Hashes hashes;
  for (const auto& [hash, holding] : kept) {
    hashes.push_back(hash);
    rarity_.push_back(std::log(all / (static_cast<float>(holding) + 1)) + 1);
  }
  columns_ = HashNumbers(hashes);
}

std::uint32_t FeatureSpace::column_of_pair(std::uint64_t hash_of_first, std::string_view second) const {
  return columns_.find(hash_of_pair(hash_of_first, second));
}

// Vectors weigh by the square of the rarity, as smooth inverse frequencies do.
void FeatureSpace::read(std::string_view word, WordFeatures& features) const {
  features.hash = hash_of_word(word);
  features.column = columns_.find(features.hash | 1U);
  features.unseen_groups = 0;
  features.groups.clear();
  each_group(word, [&](std::uint64_t hash) {
    const auto column = columns_.find(hash);
    if (column == HashNumbers::none) {
      ++features.unseen_groups;
    } else {
      features.groups.push_back(column);
    }
  });
  const float share = is_small_word(word) ? rarity_of_small_words : 1;
  const float rarity =
      share * (features.column == HashNumbers::none ? unseen_rarity_ : rarity_[features.column]);
  features.weight = rarity * rarity;
  features.vector = WordVectors::shipped().find(features.hash);
}

Features FeatureSpace::features_of(const Words& words) const {
  TextFeatures text(*this);
  WordFeatures features;
  for (const auto word : words) {
    read(word, features);
    text.add(word, features);
  }
  return text.sum();
}

}  // namespace language
