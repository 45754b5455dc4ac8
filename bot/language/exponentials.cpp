#include "language/exponentials.hpp"

#include <cstdint>
#include <cstring>

namespace language {
namespace {

using Two = double __attribute__((vector_size(16)));  // two numbers that are reckoned with at once
using TwoMasks = std::int64_t __attribute__((vector_size(16)));
using TwoFloats = float __attribute__((vector_size(8)));

// exp(x) = exp(x / 64)^64, and so near to 0 a short series is enough.
inline Two exponentials_of(Two x) {
  const Two near = x * (1.0 / 64);
  Two power = near * (1.0 / 5040) + 1.0 / 720;
  power = power * near + 1.0 / 120;
  power = power * near + 1.0 / 24;
  power = power * near + 1.0 / 6;
  power = power * near + 1.0 / 2;
  power = power * near + 1.0;
  power = power * near + 1.0;
  const Two fourth = (power * power) * (power * power);
  const Two sixteenth = (fourth * fourth) * (fourth * fourth);
  return (sixteenth * sixteenth) * (sixteenth * sixteenth);
}

inline Two counted(Two behind, double too_far) {
  const TwoMasks counts = behind > -too_far;
  return reinterpret_cast<Two>(reinterpret_cast<TwoMasks>(exponentials_of(behind)) & counts);
}

}  // namespace

double sum_of_exponentials(std::span<const float> numbers, double highest, double too_far) {
  Two sum{};
  std::size_t i = 0;
  for (; i + 2 <= numbers.size(); i += 2) {
    TwoFloats two;
    std::memcpy(&two, &numbers[i], sizeof two);
    sum += counted(__builtin_convertvector(two, Two) - highest, too_far);
  }
  if (i < numbers.size()) sum[0] += counted(Two{} + (numbers[i] - highest), too_far)[0];
  return sum[0] + sum[1];
}

}  // namespace language
