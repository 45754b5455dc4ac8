#include "rulefile/joined_items.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "rulefile/misplaced_lines.hpp"

namespace rulefile {
namespace {

using Keys = std::set<std::string, std::less<>>;

// Holds what the item above may have and has not.
bool is_piece(const Node& item, Where where, const Keys& there) {
  if (!item.is_map() || item.entries.empty() || entry_named(item, naming_key(where)) != nullptr) return false;
  return std::all_of(item.entries.begin(), item.entries.end(), [&](const Entry& one) {
    return one.key.is_scalar() && find_key(where, one.key.text) != nullptr && !there.contains(one.key.text);
  });
}

void add_keys(const Node& item, Keys& keys) {
  for (const Entry& entry : item.entries) keys.insert(entry.key.text);
}

void join_list(std::vector<Node>& items, Where where, Findings& findings) {
  std::vector<Node> out;
  Keys there;
  bool told = false;
  for (Node& item : items) {
    if (!out.empty() && entry_named(out.back(), naming_key(where)) != nullptr &&
        is_piece(item, where, there)) {
      if (!told)
        findings.add(Message::needless_dash, item.entries[0].key.spot, {as_written(item.entries[0])});
      told = true;
      add_keys(item, there);
      for (Entry& entry : item.entries) out.back().entries.push_back(std::move(entry));
      continue;
    }
    there.clear();
    told = false;
    add_keys(item, there);
    out.push_back(std::move(item));
  }
  items = std::move(out);
}

}  // namespace

void join_items(Node& file, Findings& findings) {
  for (Entry& entry : file.entries) {
    const Key* key = entry.key.is_scalar() ? find_key(Where::file, entry.key.text) : nullptr;
    if (key == nullptr || naming_key(key->inner).empty() || !entry.value.is_list()) continue;
    join_list(entry.value.items, key->inner, findings);
  }
}

}  // namespace rulefile
