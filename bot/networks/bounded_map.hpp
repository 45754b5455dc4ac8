// A map that forgets what was put in first when it is full.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace networks {

template <typename Value>
class BoundedMap {
 public:
  explicit BoundedMap(std::size_t capacity) : capacity_(capacity) {}

  void put(const std::string& key, Value value) {
    if (values_.insert_or_assign(key, std::move(value)).second) order_.push_back(key);
    while (order_.size() > capacity_) {
      values_.erase(order_.front());
      order_.pop_front();
    }
  }
  std::optional<Value> find(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  const std::size_t capacity_;
  std::map<std::string, Value> values_;
  std::deque<std::string> order_;
};

}  // namespace networks
