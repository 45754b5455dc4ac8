// What goes wrong, by a seed: each way for the same share of the requests. Thread-safe.
#pragma once

#include <array>
#include <mutex>
#include <random>
#include <string>

namespace endurance {

enum class Way { none, drop_before, drop_after, too_many, error_before, error_after, slow, cut, expired };
enum class Delivery { straight, twice, late };

class Dice {
 public:
  static constexpr std::size_t ways = 9;
  static constexpr std::array<const char*, ways> names{
      "went well",          "dropped before", "dropped after", "429", "5xx, not done",
      "5xx, done all same", "slow",           "cut",           "401"};

  explicit Dice(unsigned seed) : random_(seed) {}

  Way for_request() {
    const std::lock_guard lock(mutex_);
    // 5 % each; of the 5xx half were done.
    const auto roll = static_cast<unsigned>(random_() % 100);
    Way way = Way::none;
    if (roll < 5) way = Way::drop_before;
    if (roll >= 5 && roll < 10) way = Way::drop_after;
    if (roll >= 10 && roll < 15) way = Way::too_many;
    if (roll >= 15 && roll < 20) way = roll % 2 == 0 ? Way::error_before : Way::error_after;
    if (roll >= 20 && roll < 25) way = Way::slow;
    if (roll >= 25 && roll < 30) way = Way::cut;
    if (roll >= 30 && roll < 35) way = Way::expired;
    ++counts_.at(static_cast<std::size_t>(way));
    return way;
  }
  Delivery for_event() {
    const std::lock_guard lock(mutex_);
    const auto roll = static_cast<unsigned>(random_() % 100);
    const Delivery delivery = roll < 5 ? Delivery::twice : roll < 10 ? Delivery::late : Delivery::straight;
    if (delivery == Delivery::twice) ++twice_;
    if (delivery == Delivery::late) ++late_;
    return delivery;
  }
  bool one_in(unsigned count) {
    const std::lock_guard lock(mutex_);
    return random_() % count == 0;
  }

  std::array<int, ways> counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
  }
  int twice() const { return twice_; }
  int late() const { return late_; }

 private:
  mutable std::mutex mutex_;
  std::mt19937 random_;
  std::array<int, ways> counts_{};
  int twice_ = 0;
  int late_ = 0;
};

}  // namespace endurance
