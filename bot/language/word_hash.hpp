// FNV-1a: a hash that grows letter by letter. The file of word vectors is in its order.
#pragma once

#include <cstdint>
#include <string_view>

namespace language {

// Words and groups of letters start apart, so that "to" is not a group "to".
inline constexpr std::uint64_t word_seed = 0xcbf29ce484222325;
inline constexpr std::uint64_t group_seed = 0x84222325cbf29ce4;

constexpr std::uint64_t grown(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
}

constexpr std::uint64_t grown(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = grown(hash, c);
  return hash;
}

constexpr std::uint64_t hash_of_word(std::string_view word) {
  return grown(word_seed, word);
}

}  // namespace language
