#include "language/byte_trie.hpp"

#include <algorithm>
#include <deque>

namespace language {
namespace {

constexpr std::size_t bytes = 256;
constexpr int most_tries = 16;

// The keys first to last begin with the same bytes, `depth` of them, which lead to this node.
struct Branch {
  ByteTrie::Node node = ByteTrie::root;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t depth = 0;
  char byte = 0;
};

}  // namespace

class ByteTrie::Building {
 public:
  Building(std::vector<Cell>& cells, const std::vector<std::string>& keys) : cells_(cells), keys_(keys) {}

  // Level by level, so that the nodes that most texts pass stand together.
  void run() {
    cells_.assign(1 + bytes, Cell{});
    cells_[root].parent = root;
    std::deque<Branch> branches{{root, 0, keys_.size(), 0}};
    for (; !branches.empty(); branches.pop_front()) {
      for (const Branch& child : grown_from(branches.front())) branches.push_back(child);
    }
  }

 private:
  std::vector<Branch> grown_from(Branch branch) {
    if (branch.first < branch.last && keys_[branch.first].size() == branch.depth)
      cells_[branch.node].key = static_cast<std::uint32_t>(branch.first++);
    std::vector<Branch> children;
    for (std::size_t at = branch.first; at < branch.last; ++at) {
      const char byte = keys_[at][branch.depth];
      if (children.empty() || children.back().byte != byte)
        children.push_back({root, at, at, branch.depth + 1, byte});
      children.back().last = at + 1;
    }
    if (children.empty()) return children;
    const std::uint32_t base = base_for(children);
    cells_[branch.node].base = base;
    for (Branch& child : children) {
      child.node = base + static_cast<unsigned char>(child.byte);
      cells_[child.node].parent = branch.node;
    }
    return children;
  }

  bool is_free(std::size_t cell) const { return cell >= cells_.size() || cells_[cell].parent == none; }

  // The next at which all children find a free cell. Where it is crowded, they soon go where nobody is; an
  // only child fills the holes that others left.
  std::uint32_t base_for(const std::vector<Branch>& children) {
    while (!is_free(full_until_)) ++full_until_;
    const std::uint32_t lowest = static_cast<unsigned char>(children.front().byte);
    std::uint32_t base = std::max(full_until_, lowest) - lowest;
    if (children.size() > 1) base = std::max(base, last_base_);
    const auto has_room = [&] {
      return std::all_of(children.begin(), children.end(), [&](const Branch& child) {
        return is_free(base + static_cast<unsigned char>(child.byte));
      });
    };
    for (int tries = 0; !has_room(); ++tries) {
      const auto deserted = static_cast<std::uint32_t>(cells_.size() - bytes);
      base = tries == most_tries ? std::max(base, deserted) : base + 1;
    }
    if (children.size() > 1) last_base_ = base;
    if (cells_.size() < base + bytes) cells_.resize(base + bytes);
    return base;
  }

  std::vector<Cell>& cells_;
  const std::vector<std::string>& keys_;
  std::uint32_t full_until_ = 1;  // no cell is free before
  std::uint32_t last_base_ = 0;   // of more than one child
};

ByteTrie::ByteTrie(const std::vector<std::string>& keys) {
  Building(cells_, keys).run();
}

}  // namespace language
