#include "networks/bluesky_tid.hpp"

#include "base/text.hpp"

namespace networks {
namespace {

constexpr std::string_view alphabet = "234567abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t tid_length = 13;
// A TID is a time in microseconds and 10 bits of whatever tells clocks apart. Ours says a time between
// 2023-01-01 and February 2024 and means nothing by it: servers frown on keys from the future only.
constexpr std::uint64_t first_time = 1'672'531'200'000'000;
constexpr unsigned time_bits = 45;
constexpr unsigned clock_bits = 10;

constexpr std::uint64_t low_bits(std::uint64_t value, unsigned count) {
  return value & ((std::uint64_t{1} << count) - 1);
}

}  // namespace

std::string tid_of(std::string_view key) {
  const std::uint64_t hash = base::stable_hash(key);
  const std::uint64_t time = first_time + low_bits(hash >> clock_bits, time_bits);
  std::uint64_t value = time << clock_bits | low_bits(hash, clock_bits);
  std::string tid(tid_length, '2');
  for (auto letter = tid.rbegin(); letter != tid.rend(); ++letter, value >>= 5U) {
    *letter = alphabet[value & 31U];
  }
  return tid;
}

}  // namespace networks
