#include "language/phrase_index.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace language {
namespace {

bool is_soft(const Token& token) {
  constexpr std::array<std::string_view, 19> soft{"-",  "\u2010", "\u2012", "\u2013", "\u2014", "\u2212", "'",
                                                  "\"", ",",      "(",      ")",      "[",      "]",      "{",
                                                  "}",  "*",      "_",      "`",      "~"};
  return !token.is_word() && std::find(soft.begin(), soft.end(), token.folded) != soft.end();
}

// What counts in a phrase. A full stop at its end is the writer's, not the phrase's.
std::vector<Token> significant(std::string_view phrase) {
  std::vector<Token> tokens = tokens_of(phrase);
  std::erase_if(tokens, is_soft);
  if (tokens.size() > 1 && tokens.back().folded == ".") tokens.pop_back();
  return tokens;
}

}  // namespace

PhraseIndex PhraseIndex::build(const std::vector<std::string>& phrases) {
  PhraseIndex index;
  std::vector<std::vector<std::uint32_t>> ends_here(1);
  for (std::size_t id = 0; id < phrases.size(); ++id) {
    std::uint32_t node = 0;
    for (const Token& token : significant(phrases[id])) {
      node = index.add_child(node, token.folded);
      index.has_signs_ = index.has_signs_ || !token.is_word();
    }
    ends_here.resize(index.nodes_.size());
    if (node != 0) ends_here[node].push_back(static_cast<std::uint32_t>(id));
  }
  index.link(ends_here);
  return index;
}

std::size_t PhraseIndex::Edges::place_of(std::uint32_t parent, std::uint32_t word) const {
  std::uint64_t hash = ((std::uint64_t{parent} << 32U) | word) * 0x9E3779B97F4A7C15U;
  hash ^= hash >> 32U;
  const std::size_t mask = places_.size() - 1;
  std::size_t place = hash & mask;
  while (places_[place].node != 0 && (places_[place].parent != parent || places_[place].word != word)) {
    place = (place + 1) & mask;
  }
  return place;
}

std::uint32_t PhraseIndex::Edges::find(std::uint32_t parent, std::uint32_t word) const {
  return places_[place_of(parent, word)].node;
}

void PhraseIndex::Edges::add(const Edge& edge) {
  if (++count_ * 2 > places_.size()) {
    const std::vector<Edge> old = std::exchange(places_, std::vector<Edge>(places_.size() * 2));
    for (const Edge& each : old) {
      if (each.node != 0) places_[place_of(each.parent, each.word)] = each;
    }
  }
  places_[place_of(edge.parent, edge.word)] = edge;
}

std::uint32_t PhraseIndex::add_child(std::uint32_t node, const std::string& word) {
  const auto word_id = words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
  const std::uint32_t known = edges_.find(node, word_id);
  if (known != 0) return known;
  const auto added = static_cast<std::uint32_t>(nodes_.size());
  edges_.add({node, word_id, added});
  nodes_.emplace_back();
  return added;
}

// Fallbacks point to shorter beginnings, so nodes are linked level by level.
void PhraseIndex::link(const std::vector<std::vector<std::uint32_t>>& ends_here) {
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    nodes_[node].first_id = static_cast<std::uint32_t>(ids_.size());
    nodes_[node].id_count = static_cast<std::uint32_t>(ends_here[node].size());
    ids_.insert(ids_.end(), ends_here[node].begin(), ends_here[node].end());
  }
  using Edge = Edges::Edge;
  std::vector<std::vector<Edge>> below(nodes_.size());
  for (const Edge& edge : edges_.places()) {
    if (edge.node != 0) below[edge.parent].push_back(edge);
  }
  std::vector<Edge> level = below[0];
  while (!level.empty()) {
    std::vector<Edge> deeper;
    for (const Edge& edge : level) {
      Node& node = nodes_[edge.node];
      node.fallback = edge.parent == 0 ? 0 : next(nodes_[edge.parent].fallback, edge.word);
      const Node& fallback = nodes_[node.fallback];
      node.reported = fallback.id_count > 0 ? node.fallback : fallback.reported;
      std::copy(below[edge.node].begin(), below[edge.node].end(), std::back_inserter(deeper));
    }
    level = std::move(deeper);
  }
}

std::uint32_t PhraseIndex::next(std::uint32_t node, std::uint32_t word) const {
  for (;; node = nodes_[node].fallback) {
    const std::uint32_t found = edges_.find(node, word);
    if (found != 0 || node == 0) return found;
  }
}

// Each node once, however often its phrase is repeated: `nodes` stays sorted.
void PhraseIndex::report(std::uint32_t node, std::vector<std::uint32_t>& nodes) const {
  if (nodes_[node].id_count == 0) node = nodes_[node].reported;
  for (; node != 0; node = nodes_[node].reported) {
    const auto place = std::lower_bound(nodes.begin(), nodes.end(), node);
    if (place != nodes.end() && *place == node) return;
    nodes.insert(place, node);
  }
}

std::vector<std::uint32_t> PhraseIndex::find(const std::vector<Token>& tokens) const {
  std::vector<std::uint32_t> nodes;
  std::uint32_t by_words = 0;  // signs only end a phrase
  std::uint32_t by_signs = 0;  // signs count as words
  for (const Token& token : tokens) {
    if (is_soft(token)) continue;
    const bool matters = token.is_word() || has_signs_;
    const auto found = matters ? words_.find(std::string_view(token.folded)) : words_.end();
    const bool known = found != words_.end();
    if (has_signs_) {
      by_signs = known ? next(by_signs, found->second) : 0;
      report(by_signs, nodes);
    }
    if (token.is_word()) {
      by_words = known ? next(by_words, found->second) : 0;
      report(by_words, nodes);
    } else if (token.folded != "#") {
      by_words = 0;
    }
  }
  std::vector<std::uint32_t> ids;
  for (const std::uint32_t node : nodes) {
    const auto first = ids_.begin() + nodes_[node].first_id;
    ids.insert(ids.end(), first, first + nodes_[node].id_count);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace language
