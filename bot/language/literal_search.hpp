// Many short literals searched for in one pass over a text. A literal may begin and end with edge characters
// (see regex_edges.hpp): then it is found only where a word, or the text, begins or ends. Edges inside are
// passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/byte_trie.hpp"
#include "language/literal_heads.hpp"

namespace language {

// Immutable and thread-safe after building. Time is linear in the text (and in how far literals agree with
// it).
class LiteralSearch {
 public:
  // Of at least two bytes; of one that has an edge, too, or is a sign. All others are never found.
  static bool can_find(std::string_view literal);

  explicit LiteralSearch(const std::vector<std::string>& literals = {});

  // Places in the list of the literals that stand in the text, in no order, each as often as it stands there.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  enum class Edge : std::uint8_t { none, word, text };
  struct End {
    std::uint32_t place = 0;
    Edge edge = Edge::none;
  };
  struct Begins;
  struct Sought;

  static std::vector<Sought> sought(const std::vector<std::string>& literals);
  void note_begins(std::string_view text, std::size_t from, std::size_t until, Begins& begins) const;
  void find_at(ByteTrie::Node node, std::string_view text, std::size_t begin,
               std::vector<std::uint32_t>& places) const;
  void take_ends(std::uint32_t key, std::string_view text, std::size_t end,
                 std::vector<std::uint32_t>& places) const;

  LiteralHeads heads_;
  ByteTrie trie_;                         // a key: the edge to begin at, and the bytes
  std::vector<End> ends_;                 // of the literals, key after key
  std::vector<std::uint32_t> first_end_;  // of each key, and the end
};

}  // namespace language
