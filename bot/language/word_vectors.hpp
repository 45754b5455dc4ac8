// What words mean: points in a space where related words lie close together. English only; see vectors/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace language {

class WordVectors {
 public:
  static constexpr std::size_t dimensions = 100;

  // A file as vectors/make_vectors.mjs writes it; it must outlive the result. An error (invalid) says what is
  // wrong with it.
  static base::Result<WordVectors> read(std::string_view file);
  // Those that are part of the program.
  static const WordVectors& shipped();

  // Empty for a word that is not among them.
  std::span<const std::int8_t> find(std::string_view folded_word) const;
  std::span<const std::int8_t> find(std::uint64_t hash_of_word) const;
  std::size_t size() const { return words_; }

 private:
  std::uint64_t hash_at(std::size_t word) const;

  std::size_t words_ = 0;
  const char* hashes_ = nullptr;        // 8 bytes each, ascending
  const std::int8_t* rows_ = nullptr;   // in the same order
  std::vector<std::uint32_t> buckets_;  // the first word of each group of hashes with the same leading bits
};

}  // namespace language
