#include "language/punycode.hpp"

#include <algorithm>
#include <cstdint>

namespace language {
namespace {

constexpr std::uint32_t base = 36;
constexpr std::uint32_t t_min = 1;
constexpr std::uint32_t t_max = 26;

// Section 6.1: how the variable-length integers get shorter as the encoder learns.
std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t count, bool first) {
  constexpr std::uint32_t skew = 38;
  constexpr std::uint32_t damp = 700;
  delta = first ? delta / damp : delta / 2;
  delta += delta / count;
  std::uint32_t k = 0;
  for (; delta > ((base - t_min) * t_max) / 2; k += base) delta /= base - t_min;
  return k + (base - t_min + 1) * delta / (delta + skew);
}

std::size_t digits_of(std::uint32_t delta, std::uint32_t bias) {
  std::size_t digits = 1;
  for (std::uint32_t k = base;; k += base, ++digits) {
    const std::uint32_t t = k <= bias ? t_min : std::min(t_max, k - bias);
    if (delta < t) return digits;
    delta = (delta - t) / (base - t);
  }
}

std::size_t encoded_length(std::u32string_view label) {
  constexpr std::uint32_t initial_bias = 72;
  const auto plain = static_cast<std::uint32_t>(
      std::count_if(label.begin(), label.end(), [](char32_t c) { return c < 0x80; }));
  std::size_t length = plain + (plain > 0 ? 1 : 0);
  std::uint32_t delta = 0;
  std::uint32_t bias = initial_bias;
  std::uint32_t done = plain;
  for (char32_t last = 0x80; done < label.size(); ++last) {
    char32_t next = 0x10FFFF;
    for (const char32_t c : label) next = c >= last && c < next ? c : next;
    delta += (next - last) * (done + 1);
    last = next;
    for (const char32_t c : label) {
      if (c < last) ++delta;
      if (c != last) continue;
      length += digits_of(delta, bias);
      bias = adapted_bias(delta, done + 1, done == plain);
      delta = 0;
      ++done;
    }
    ++delta;
  }
  return length;
}

}  // namespace

std::size_t punycode_label_length(std::u32string_view label, std::size_t limit) {
  if (label.size() > limit) return limit + 1;
  constexpr std::size_t prefix = 4;  // xn--
  const bool ascii = std::all_of(label.begin(), label.end(), [](char32_t c) { return c < 0x80; });
  return ascii ? label.size() : prefix + encoded_length(label);
}

}  // namespace language
