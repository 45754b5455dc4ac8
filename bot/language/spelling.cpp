#include "language/spelling.hpp"

#include <algorithm>
#include <bit>

#include "base/text.hpp"
#include "language/word_vectors.hpp"

namespace language {
namespace {

constexpr std::size_t shortest_word = 5;  // shorter ones are one letter away from too many others
constexpr std::size_t longest_word = 40;

bool may_hold_a_slip(std::string_view word) {
  return word.size() >= shortest_word && word.size() <= longest_word &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The hashes of a word and of the word without each of its letters: two words that are one slip apart have
// one of them in common (Garbe's symmetric deletes).
std::vector<std::uint64_t> hashes_of(std::string_view word) {
  std::vector<std::uint64_t> hashes{base::stable_hash(word)};
  std::string rest(word.substr(1));
  for (std::size_t at = 0; at < word.size(); ++at) {  // rest: the word without the letter at `at`
    hashes.push_back(base::stable_hash(rest));
    if (at < rest.size()) rest[at] = word[at];
  }
  return hashes;
}

}  // namespace

Spelling::Spelling(std::vector<std::string_view> words) {
  std::erase_if(words, [](std::string_view word) { return !may_hold_a_slip(word); });
  std::sort(words.begin(), words.end());
  for (auto word = words.begin(); word != words.end();) {
    const auto next = std::upper_bound(word, words.end(), *word);
    words_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word->size()),
                      static_cast<std::uint32_t>(next - word)});
    letters_ += *word;
    word = next;
  }
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    for (const auto hash : hashes_of(text_of(words_[w]))) keys_.push_back({hash, w});
  }
  sort_into_buckets();
}

void Spelling::sort_into_buckets() {
  std::sort(keys_.begin(), keys_.end(),
            [](const Key& a, const Key& b) { return a.hash != b.hash ? a.hash < b.hash : a.word < b.word; });
  const auto count = std::bit_ceil(keys_.size() + 2);
  shift_ = 64 - std::countr_zero(count);
  for (std::uint32_t key = 0; key < keys_.size(); ++key) {
    while (buckets_.size() <= bucket_of(keys_[key].hash)) buckets_.push_back(key);
  }
  buckets_.resize(count + 1, static_cast<std::uint32_t>(keys_.size()));
}

template <typename Each>
void Spelling::each_under(std::uint64_t hash, Each each) const {
  const auto bucket = bucket_of(hash);
  for (auto key = buckets_[bucket]; key < buckets_[bucket + 1]; ++key) {
    if (keys_[key].hash == hash) each(words_[keys_[key].word]);
  }
}

std::string_view Spelling::mended(std::string_view folded_word) const {
  if (keys_.empty() || !may_hold_a_slip(folded_word)) return folded_word;
  bool known = false;
  each_under(base::stable_hash(folded_word),
             [&](const Known& word) { known = known || text_of(word) == folded_word; });
  if (known || !WordVectors::shipped().find(folded_word).empty()) return folded_word;
  const Known* best = nullptr;
  for (const auto hash : hashes_of(folded_word)) {
    each_under(hash, [&](const Known& word) {
      if (letters_[word.begin] != folded_word[0]) return;
      if (best == nullptr || word.times > best->times ||
          (word.times == best->times && word.begin < best->begin))
        best = &word;
    });
  }
  return best == nullptr ? folded_word : text_of(*best);
}

}  // namespace language
