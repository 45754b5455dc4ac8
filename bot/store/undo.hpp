// Containers of the memory store that take back what was done to them when a transaction fails.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/clock.hpp"

namespace store {

// How to take back each change since begin(), in reverse.
class Journal {
 public:
  void begin() { writing_ = true; }
  void commit() {
    undo_.clear();
    writing_ = false;
  }
  void roll_back() {
    while (!undo_.empty()) {
      undo_.back()();
      undo_.pop_back();
    }
    writing_ = false;
  }
  // Called before a change is made. Throws outside of a write: that is what stops a writer inside read().
  void add(std::function<void()> undo) {
    if (!writing_) throw std::logic_error("read() may not change anything");
    undo_.push_back(std::move(undo));
  }

 private:
  bool writing_ = false;
  std::vector<std::function<void()>> undo_;
};

// Rows by key. `put` inserts or replaces.
template <typename Key, typename Row>
class Table {
 public:
  explicit Table(Journal& journal) : journal_(journal) {}

  const Row* find(const Key& key) const {
    const auto place = rows_.find(key);
    return place == rows_.end() ? nullptr : &place->second;
  }

  void put(const Key& key, Row row) {
    const auto place = rows_.find(key);
    if (place == rows_.end()) {
      journal_.add([this, key] { rows_.erase(key); });
      rows_.emplace(key, std::move(row));
    } else {
      journal_.add([this, key, old = place->second] { rows_.insert_or_assign(key, old); });
      place->second = std::move(row);
    }
  }

  void erase(const Key& key) {
    const auto place = rows_.find(key);
    if (place == rows_.end()) return;
    journal_.add([this, key, old = place->second] { rows_.insert_or_assign(key, old); });
    rows_.erase(place);
  }

  const std::unordered_map<Key, Row>& rows() const { return rows_; }

 private:
  Journal& journal_;
  std::unordered_map<Key, Row> rows_;
};

// Rows by key that can also be reached by a number, which indexes hold. Numbers ascend in order of arrival.
template <typename Row>
class Numbered {
 public:
  explicit Numbered(Journal& journal) : ids_(journal), rows_(journal) {}

  std::optional<std::int64_t> id_of(const std::string& key) const {
    const auto* id = ids_.find(key);
    return id == nullptr ? std::nullopt : std::optional(*id);
  }
  const Row* find(const std::string& key) const {
    const auto* id = ids_.find(key);
    return id == nullptr ? nullptr : rows_.find(*id);
  }
  const Row& at(std::int64_t id) const { return *rows_.find(id); }  // a number that an index gave

  std::int64_t put(const std::string& key, Row row) {
    const auto* known = ids_.find(key);
    const std::int64_t id = known == nullptr ? ++last_ : *known;
    if (known == nullptr) ids_.put(key, id);
    rows_.put(id, std::move(row));
    return id;
  }
  void erase(const std::string& key) {
    const auto id = id_of(key);
    if (!id) return;
    rows_.erase(*id);
    ids_.erase(key);
  }
  const std::unordered_map<std::int64_t, Row>& rows() const { return rows_.rows(); }

 private:
  Table<std::string, std::int64_t> ids_;
  Table<std::int64_t, Row> rows_;
  std::int64_t last_ = 0;
};

// A row by its place in time: what indexes hold.
struct Timed {
  base::Instant at{};
  std::int64_t row = 0;
  auto operator<=>(const Timed&) const = default;  // NOLINT(modernize-use-nullptr): takes its 0 for a pointer
};

// An index: for each key its rows, in order of time.
class Index {
 public:
  explicit Index(Journal& journal) : journal_(journal) {}

  const std::vector<Timed>& of(const std::string& key) const {
    static const std::vector<Timed> none;
    const auto place = entries_.find(key);
    return place == entries_.end() ? none : place->second;
  }

  // The entries of a key at or after an instant.
  std::vector<Timed> since(const std::string& key, base::Instant at) const {
    const auto& all = of(key);
    return {std::lower_bound(all.begin(), all.end(), Timed{at, 0}), all.end()};
  }

  void insert(const std::string& key, Timed entry) {
    journal_.add([this, key, entry] { take_out(key, entry); });
    put_in(key, entry);
  }

  void erase(const std::string& key, Timed entry) {
    journal_.add([this, key, entry] { put_in(key, entry); });
    take_out(key, entry);
  }

 private:
  void put_in(const std::string& key, Timed entry) {
    auto& all = entries_[key];
    all.insert(std::upper_bound(all.begin(), all.end(), entry), entry);
  }
  void take_out(const std::string& key, Timed entry) {
    const auto group = entries_.find(key);
    if (group == entries_.end()) return;
    auto& all = group->second;
    const auto place = std::lower_bound(all.begin(), all.end(), entry);
    if (place != all.end() && *place == entry) all.erase(place);
    if (all.empty()) entries_.erase(group);
  }

  Journal& journal_;
  std::unordered_map<std::string, std::vector<Timed>> entries_;
};

// One string out of several, which no other parts give: each part is preceded by its length.
inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) {
    key += std::to_string(part.size());
    key += ':';
    key += part;
  }
  return key;
}

}  // namespace store
