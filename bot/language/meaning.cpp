#include "language/meaning.hpp"

#include <cstring>

namespace language {
namespace {

using Bytes = std::int8_t __attribute__((vector_size(16)));
using Shorts = std::int16_t __attribute__((vector_size(16)));
using Ints = std::int32_t __attribute__((vector_size(16)));

// Four numbers whose sum is the product.
inline Four parts_of_product(const Meaning& a, const Meaning& b) {
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
  return (first + second) + (third + fourth) + fifth;
}

inline float sum_of(Four parts) {
  return (parts[0] + parts[1]) + (parts[2] + parts[3]);
}

// The same for four products at a time, which share what they read of `one`: a fifth of each at a time.
struct FourParts {
  Four a{};
  Four b{};
  Four c{};
  Four d{};

  FourParts operator+(const FourParts& other) const {
    return {a + other.a, b + other.b, c + other.c, d + other.d};
  }
};

inline FourParts fifth_of_products(const Meaning* all, const Meaning& one, std::size_t first) {
  FourParts sum;
  for (std::size_t i = first; i < one.size(); i += 5) {
    const Four factor = one[i];
    sum.a += all[0][i] * factor;
    sum.b += all[1][i] * factor;
    sum.c += all[2][i] * factor;
    sum.d += all[3][i] * factor;
  }
  return sum;
}

inline FourParts parts_of_products(const Meaning* all, const Meaning& one) {
  const auto fifth = [&](std::size_t first) { return fifth_of_products(all, one, first); };
  const FourParts first_two = fifth(0) + fifth(1);
  return first_two + (fifth(2) + fifth(3)) + fifth(4);
}

// Adds in the order of sum_of.
inline Four sums_of(const FourParts& parts) {
  const auto& [a, b, c, d] = parts;
  const Four low_ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Four low_cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Four high_ab = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Four high_cd = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  const Four low = __builtin_shufflevector(low_ab, low_cd, 0, 1, 4, 5) +
                   __builtin_shufflevector(low_ab, low_cd, 2, 3, 6, 7);
  const Four high = __builtin_shufflevector(high_ab, high_cd, 0, 1, 4, 5) +
                    __builtin_shufflevector(high_ab, high_cd, 2, 3, 6, 7);
  return low + high;
}

// Each number doubled into the next wider kind and shifted down again: that keeps its sign.
inline void add_eight(Four* to, Shorts doubled, Four times) {
  const Shorts wide = doubled >> 8;
  const auto low = reinterpret_cast<Ints>(__builtin_shufflevector(wide, wide, 0, 0, 1, 1, 2, 2, 3, 3)) >> 16;
  const auto high = reinterpret_cast<Ints>(__builtin_shufflevector(wide, wide, 4, 4, 5, 5, 6, 6, 7, 7)) >> 16;
  to[0] += times * __builtin_convertvector(low, Four);
  to[1] += times * __builtin_convertvector(high, Four);
}

}  // namespace

float product(const Meaning& a, const Meaning& b) {
  return sum_of(parts_of_product(a, b));
}

void products(std::span<const Meaning> all, const Meaning& one, std::span<float> to) {
  std::size_t i = 0;
  for (; i + 4 <= all.size(); i += 4) {
    const Four four = sums_of(parts_of_products(&all[i], one));
    std::memcpy(&to[i], &four, sizeof four);
  }
  for (; i < all.size(); ++i) to[i] = product(all[i], one);
}

void add(Meaning& to, const Meaning& what, float times) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += times * what[i];
}

void add(Meaning& to, std::span<const std::int8_t> vector, float times) {
  const Four fourfold{times, times, times, times};
  std::size_t at = 0;
  for (; at + sizeof(Bytes) <= vector.size(); at += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, &vector[at], sizeof bytes);
    add_eight(&to[at / 4],
              reinterpret_cast<Shorts>(
                  __builtin_shufflevector(bytes, bytes, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)),
              fourfold);
    add_eight(&to[at / 4 + 2],
              reinterpret_cast<Shorts>(__builtin_shufflevector(bytes, bytes, 8, 8, 9, 9, 10, 10, 11, 11, 12,
                                                               12, 13, 13, 14, 14, 15, 15)),
              fourfold);
  }
  for (; at < vector.size(); ++at) to[at / 4][at % 4] += times * static_cast<float>(vector[at]);
}

}  // namespace language
