// What a text is about: a point in the space of word vectors.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include "language/word_vectors.hpp"

namespace language {

using Four = float __attribute__((vector_size(16)));  // four numbers that are reckoned with at once
using Meaning = std::array<Four, WordVectors::dimensions / 4>;

inline float product(const Meaning& a, const Meaning& b) {
  static_assert(std::tuple_size_v<Meaning> % 5 == 0);
  Four first{};  // five sums at a time: one alone would wait for itself at every step
  Four second{};
  Four third{};
  Four fourth{};
  Four fifth{};
  for (std::size_t i = 0; i < a.size(); i += 5) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
    fifth += a[i + 4] * b[i + 4];
  }
  const Four sum = (first + second) + (third + fourth) + fifth;
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

inline void add(Meaning& to, const Meaning& what, float times) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += times * what[i];
}

// The vector of one word.
inline void add(Meaning& to, std::span<const std::int8_t> vector, float times) {
  using FourBytes = std::int8_t __attribute__((vector_size(4)));
  for (std::size_t i = 0; i < to.size() && 4 * i < vector.size(); ++i) {
    FourBytes bytes{};
    std::memcpy(&bytes, &vector[4 * i], sizeof bytes);
    to[i] += times * __builtin_convertvector(bytes, Four);
  }
}

}  // namespace language
