// What a text is about: a point in the space of word vectors.
#pragma once

#include <array>

#include "language/word_vectors.hpp"

namespace language {

using Four = float __attribute__((vector_size(16)));  // four numbers that are reckoned with at once
using Meaning = std::array<Four, WordVectors::dimensions / 4>;

inline float product(const Meaning& a, const Meaning& b) {
  Four sum{};
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

inline void add(Meaning& to, const Meaning& what, float times) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += times * what[i];
}

}  // namespace language
