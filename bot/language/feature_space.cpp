#include "language/feature_space.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "language/small_words.hpp"

namespace language {
namespace {

constexpr std::size_t group_size = 3;   // letters; shorter and longer ones add time and hardly anything else
constexpr float share_of_words = 0.5F;  // of a row's squared length
constexpr float share_of_meaning = 0.5F;       // squared length of a meaning all of whose words are known
constexpr float rarity_of_small_words = 0.7F;  // share that counts of it for the meaning
constexpr float weight_of_unseen = 0.75F;      // of what was never seen, in the length of a row

// FNV-1a, because it grows letter by letter. Words and letter groups start apart so that "to" is not a group
// "to".
constexpr std::uint64_t word_seed = 0xcbf29ce484222325;
constexpr std::uint64_t group_seed = 0x84222325cbf29ce4;
constexpr std::uint64_t prime = 0x100000001b3;

std::uint64_t grown(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * prime;
}

std::uint64_t grown(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = grown(hash, c);
  return hash;
}

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
}

using Hashes = std::vector<std::uint64_t>;

std::uint64_t hash_of_word(std::string_view word) {
  return grown(word_seed, word) | 1U;
}

Hashes word_hashes(const FeatureSpace::Words& words) {
  Hashes hashes;
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) hashes.push_back(grown(grown(before, ' '), words[i]) | 1U);
    before = grown(word_seed, words[i]);
    hashes.push_back(before | 1U);
  }
  return hashes;
}

void add_groups(std::string_view word, Hashes& hashes) {
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    if (!starts_code_point(word[begin])) continue;
    auto hash = group_seed;
    auto end = begin;
    for (std::size_t letters = 0; letters < group_size; ++letters) {
      if (end == word.size()) return;
      do {
        hash = grown(hash, word[end++]);
      } while (end < word.size() && !starts_code_point(word[end]));
    }
    hashes.push_back(hash | 1U);
  }
}

Hashes group_hashes(const FeatureSpace::Words& words) {
  Hashes hashes;
  std::string padded;
  for (const auto word : words) {
    padded.assign(" ").append(word).append(" ");
    add_groups(padded, hashes);
  }
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

float product(const Row& a, const Row& b) {
  float sum = 0;
  auto other = b.begin();
  for (const auto& [column, value] : a) {
    while (other != b.end() && other->column < column) ++other;
    if (other == b.end()) break;
    if (other->column == column) sum += value * other->value;
  }
  return sum;
}

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
  slots_.resize(std::bit_ceil(2 * kept.size() + 2));
  for (const auto& feature : kept) {
    auto at = (feature.hash >> 8U) & (slots_.size() - 1);
    while (slots_[at].hash != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {feature.hash, static_cast<std::uint32_t>(rarity_.size())};
    rarity_.push_back(std::log(all / (static_cast<float>(feature.wordings) + 1)) + 1);
  }
}

const FeatureSpace::Slot* FeatureSpace::find(std::uint64_t hash) const {
  for (auto at = (hash >> 8U) & (slots_.size() - 1); slots_[at].hash != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash) return &slots_[at];
  }
  return nullptr;
}

bool FeatureSpace::knows(std::string_view word) const {
  return find(hash_of_word(word)) != nullptr;
}

// One kind of features, scaled to its share of the row's squared length.
void FeatureSpace::add_block(const Hashes& hashes, float share, Row& row) const {
  const auto first = row.size();
  float squares = 0;
  std::vector<std::uint32_t> columns;
  columns.reserve(hashes.size());
  for (const auto hash : hashes) {
    if (const auto* slot = find(hash)) {
      columns.push_back(slot->column);
    } else {
      squares += weight_of_unseen * unseen_rarity_ * unseen_rarity_;
    }
  }
  std::sort(columns.begin(), columns.end());
  for (std::size_t i = 0; i < columns.size();) {
    const auto begin = i;
    while (i < columns.size() && columns[i] == columns[begin]) ++i;
    const float times = i - begin == 1 ? 1 : 1 + std::log(static_cast<float>(i - begin));
    const float value = times * rarity_[columns[begin]];
    row.push_back({columns[begin], value});
    squares += value * value;
  }
  const float scale = squares > 0 ? std::sqrt(share / squares) : 0;
  for (auto cell = first; cell < row.size(); ++cell) row[cell].value *= scale;
}

Row FeatureSpace::row_of(const Words& words) const {
  Row row;
  add_block(word_hashes(words), share_of_words, row);
  add_block(group_hashes(words), 1 - share_of_words, row);
  return row;
}

// The mean of the words' vectors, the rare ones weighing more (by the square, as smooth inverse frequencies
// do).
Meaning FeatureSpace::meaning_of(const Words& words) const {
  Meaning meaning{};
  float known = 0;
  float all = 0;
  for (const auto word : words) {
    const auto* slot = find(hash_of_word(word));
    const float share = is_small_word(word) ? rarity_of_small_words : 1;
    const float rarity = share * (slot == nullptr ? unseen_rarity_ : rarity_[slot->column]);
    all += rarity * rarity;
    const auto vector = WordVectors::shipped().find(word);
    if (vector.empty()) continue;
    known += rarity * rarity;
    add(meaning, vector, rarity * rarity);
  }
  const float length = product(meaning, meaning);
  const float scale = length > 0 ? std::sqrt(share_of_meaning * known / all / length) : 0;
  for (auto& four : meaning) four *= scale;
  return meaning;
}

Features FeatureSpace::features_of(const Words& words) const {
  if (slots_.empty()) return {};
  return {row_of(words), meaning_of(words)};
}

}  // namespace language
