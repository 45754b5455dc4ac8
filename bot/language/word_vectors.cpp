#include "language/word_vectors.hpp"

#include <bit>
#include <cstring>
#include <string>
#include <utility>

#include "language/word_hash.hpp"

extern "C" const char flockmate_english_vectors[];
extern "C" const char flockmate_english_vectors_end[];

namespace language {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are read as they lie");

constexpr std::string_view mark = "FLKVEC01";
constexpr std::size_t head = 16;
constexpr std::size_t most_words = 1'000'000;
constexpr int bucket_bits = 15;

template <typename Number>
Number number_at(const char* at) {
  Number number{};
  std::memcpy(&number, at, sizeof number);
  return number;
}

std::size_t bucket_of(std::uint64_t hash) {
  return hash >> (64 - bucket_bits);
}

base::Error broken(const char* what) {
  return base::Error{base::ErrorKind::invalid, std::string("word vectors: ") + what};
}

}  // namespace

base::Result<WordVectors> WordVectors::read(std::string_view file) {
  if (file.size() < head || !file.starts_with(mark)) return broken("not a file of word vectors");
  const std::size_t words = number_at<std::uint32_t>(file.data() + 8);
  if (number_at<std::uint32_t>(file.data() + 12) != dimensions) return broken("not of 100 dimensions");
  if (words > most_words || file.size() != head + words * (8 + dimensions))
    return broken("cut off or too long");
  WordVectors vectors;
  vectors.words_ = words;
  vectors.hashes_ = file.data() + head;
  vectors.rows_ = reinterpret_cast<const std::int8_t*>(file.data() + head + 8 * words);
  auto& buckets = vectors.buckets_;
  for (std::size_t word = 0; word < words; ++word) {
    const auto hash = vectors.hash_at(word);
    if (word > 0 && hash <= vectors.hash_at(word - 1)) return broken("not in order");
    while (buckets.size() <= bucket_of(hash)) buckets.push_back(static_cast<std::uint32_t>(word));
  }
  buckets.resize((std::size_t{1} << bucket_bits) + 1, static_cast<std::uint32_t>(words));
  return vectors;
}

const WordVectors& WordVectors::shipped() {
  static const WordVectors vectors = [] {
    auto read_in = read({flockmate_english_vectors, static_cast<std::size_t>(flockmate_english_vectors_end -
                                                                             flockmate_english_vectors)});
    return read_in ? std::move(read_in).value() : WordVectors();
  }();
  return vectors;
}

std::uint64_t WordVectors::hash_at(std::size_t word) const {
  return number_at<std::uint64_t>(hashes_ + 8 * word);
}

std::span<const std::int8_t> WordVectors::find(std::string_view folded_word) const {
  return find(hash_of_word(folded_word));
}

std::span<const std::int8_t> WordVectors::find(std::uint64_t hash) const {
  if (words_ == 0) return {};
  for (auto word = buckets_[bucket_of(hash)]; word < buckets_[bucket_of(hash) + 1]; ++word) {
    if (hash_at(word) == hash) return {rows_ + word * dimensions, dimensions};
  }
  return {};
}

}  // namespace language
