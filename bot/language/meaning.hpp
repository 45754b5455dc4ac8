// What a text is about: a point in the space of word vectors.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "language/four.hpp"
#include "language/word_vectors.hpp"

namespace language {

using Meaning = std::array<Four, WordVectors::dimensions / 4>;

float product(const Meaning& a, const Meaning& b);
// to[i] = product(all[i], one), in less time than one by one.
void products(std::span<const Meaning> all, const Meaning& one, std::span<float> to);

void add(Meaning& to, const Meaning& what, float times);
// The vector of one word.
void add(Meaning& to, std::span<const std::int8_t> vector, float times);

}  // namespace language
