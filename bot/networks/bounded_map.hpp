// A map that forgets what was put in first when it is full. It remembers its keys by their fingerprints only,
// so that tens of thousands of them cost little.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/fingerprint.hpp"

namespace networks {

template <typename Value>
class BoundedMap {
 public:
  explicit BoundedMap(std::size_t capacity) : capacity_(capacity) {}

  void put(const std::string& key, Value value) {
    const base::Fingerprint print = base::fingerprint_of(key);
    if (values_.insert_or_assign(print, std::move(value)).second) order_.push_back(print);
    while (order_.size() > capacity_) {
      values_.erase(order_.front());
      order_.pop_front();
    }
  }
  std::optional<Value> find(const std::string& key) const {
    const auto found = values_.find(base::fingerprint_of(key));
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  const std::size_t capacity_;
  std::unordered_map<base::Fingerprint, Value, base::FingerprintHash> values_;
  std::deque<base::Fingerprint> order_;
};

}  // namespace networks
