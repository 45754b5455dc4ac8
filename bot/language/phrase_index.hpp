// All words and phrases of all rules and terms in one automaton: the time for a post does not grow with their
// number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/tokens.hpp"

namespace language {

// How a phrase is found: its words follow one another as whole words, with nothing between them but white
// space, hyphens, quotation marks, brackets, commas or the # of a hashtag ("slide deck" is found in
// "slide-deck" and
// "#slide #deck", not in "slide. Deck"). Other signs in a phrase must stand there too ("q&a", "c++",
// "#intro", "slides?"). A phrase without any word or such sign is never found. Immutable and thread-safe
// after building.
class PhraseIndex {
 public:
  // A phrase's id is its place in the list.
  static PhraseIndex build(const std::vector<std::string>& phrases);

  // Ids of the phrases found, ascending, once each.
  std::vector<std::uint32_t> find(const std::vector<Token>& tokens) const;

 private:
  struct Node {
    std::uint32_t fallback = 0;  // the longest proper suffix that begins some phrase
    std::uint32_t reported = 0;  // the nearest node along the fallbacks where a phrase ends; 0: none
    std::uint32_t first_id = 0;  // of the phrases that end here, in ids_
    std::uint32_t id_count = 0;
  };
  // Node and word to node: open addressing, since every word of every post asks here.
  class Edges {
   public:
    struct Edge {
      std::uint32_t parent = 0;
      std::uint32_t word = 0;
      std::uint32_t node = 0;  // 0: an empty place
    };
    std::uint32_t find(std::uint32_t parent, std::uint32_t word) const;
    void add(const Edge& edge);
    const std::vector<Edge>& places() const { return places_; }

   private:
    std::size_t place_of(std::uint32_t parent, std::uint32_t word) const;
    std::vector<Edge> places_ = std::vector<Edge>(16);  // always a power of two, at most half full
    std::size_t count_ = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::uint32_t add_child(std::uint32_t node, const std::string& word);
  void link(const std::vector<std::vector<std::uint32_t>>& ends_here);
  std::uint32_t next(std::uint32_t node, std::uint32_t word) const;
  void report(std::uint32_t node, std::vector<std::uint32_t>& nodes) const;

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  Edges edges_;
  std::vector<Node> nodes_{1};  // 0 is the root
  std::vector<std::uint32_t> ids_;
  bool has_signs_ = false;
};

}  // namespace language
