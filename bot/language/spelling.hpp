// Slips of the finger in words that an FAQ knows: "cancle my oder" is read as "cancel my order".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace language {

class Spelling {
 public:
  Spelling() = default;
  // The words that are spelt right, each as often as it is written.
  explicit Spelling(std::vector<std::string_view> words);

  // The known word that is one letter away (changed, added, lost, or swapped with its neighbour), the
  // commonest if there are several; else the word itself. Only plain letters, five at least, and the first
  // one right; never a word that is known or common English. What is returned lives as long as both
  // arguments.
  std::string_view mended(std::string_view folded_word) const;

 private:
  struct Known {
    std::uint32_t begin = 0;  // in letters_
    std::uint32_t size = 0;
    std::uint32_t times = 0;
  };
  struct Key {  // a known word, or what is left of it without one letter
    std::uint64_t hash = 0;
    std::uint32_t word = 0;
  };
  std::string_view text_of(const Known& word) const { return {letters_.data() + word.begin, word.size}; }
  template <typename Each>
  void each_under(std::uint64_t hash, Each each) const;
  std::size_t bucket_of(std::uint64_t hash) const { return hash >> shift_; }
  void sort_into_buckets();

  std::string letters_;
  std::vector<Known> words_;
  std::vector<Key> keys_;               // by hash
  std::vector<std::uint32_t> buckets_;  // the first key of each group of hashes with the same leading bits
  int shift_ = 63;
};

}  // namespace language
