#include "language/literal_search.hpp"

#include <algorithm>
#include <array>

#include "language/regex_edges.hpp"

namespace language {
namespace {

constexpr std::array edge_bytes{word_edge, text_edge};
constexpr std::string_view edges(edge_bytes.data(), edge_bytes.size());

bool is_word_edge(std::string_view text, std::size_t at) {
  const bool before = at > 0 && is_in_word(text[at - 1]);
  return before != (at < text.size() && is_in_word(text[at]));
}

std::string without_edges(std::string_view literal) {
  std::string letters(literal);
  std::erase_if(letters, [](char c) { return edges.find(c) != std::string_view::npos; });
  return letters;
}

}  // namespace

struct LiteralSearch::Sought {
  std::string key;
  End end;
};

bool LiteralSearch::can_find(std::string_view literal) {
  const std::string letters = without_edges(literal);
  if (letters.size() != 1) return letters.size() > 1;
  const char only = letters.front();
  return literal.size() > 1 || (!is_in_word(only) && only != ' ');
}

std::vector<LiteralSearch::Sought> LiteralSearch::sought(const std::vector<std::string>& literals) {
  const auto edge_of = [](char c) {
    return c == text_edge ? Edge::text : c == word_edge ? Edge::word : Edge::none;
  };
  std::vector<Sought> all;
  for (std::uint32_t place = 0; place < literals.size(); ++place) {
    const std::string_view literal = literals[place];
    if (!can_find(literal)) continue;
    const auto first = static_cast<char>(edge_of(literal.front()));
    all.push_back({first + without_edges(literal), {place, edge_of(literal.back())}});
  }
  std::stable_sort(all.begin(), all.end(), [](const Sought& a, const Sought& b) { return a.key < b.key; });
  return all;
}

LiteralSearch::LiteralSearch(const std::vector<std::string>& literals) {
  std::vector<std::string> keys;
  const std::vector<Sought> all = sought(literals);
  heads_ = LiteralHeads(all.size());
  heads_of_words_ = LiteralHeads(all.size());
  for (const Sought& one : all) {
    if (keys.empty() || keys.back() != one.key) {
      keys.push_back(one.key);
      first_end_.push_back(static_cast<std::uint32_t>(ends_.size()));
      const std::string_view letters = std::string_view(one.key).substr(1);
      if (one.key.front() == static_cast<char>(Edge::none)) heads_.add(letters);
      if (one.key.front() == static_cast<char>(Edge::word)) heads_of_words_.add(letters);
    }
    ends_.push_back(one.end);
  }
  first_end_.push_back(static_cast<std::uint32_t>(ends_.size()));
  trie_ = ByteTrie(keys);
}

void LiteralSearch::find_at(ByteTrie::Node node, std::string_view text, std::size_t begin,
                            std::vector<std::uint32_t>& places) const {
  for (std::size_t at = begin; node != ByteTrie::none && at < text.size(); ++at) {
    node = trie_.child(node, text[at]);
    if (node != ByteTrie::none && trie_.key_at(node) != ByteTrie::none)
      take_ends(trie_.key_at(node), text, at + 1, places);
  }
}

void LiteralSearch::take_ends(std::uint32_t key, std::string_view text, std::size_t end,
                              std::vector<std::uint32_t>& places) const {
  for (std::uint32_t at = first_end_[key]; at < first_end_[key + 1]; ++at) {
    const Edge edge = ends_[at].edge;
    if (edge == Edge::none || (edge == Edge::text ? end == text.size() : is_word_edge(text, end)))
      places.push_back(ends_[at].place);
  }
}

// Every place is written down and counted only if it is worth it: that needs no guess.
LiteralSearch::Begins LiteralSearch::begins_in(std::string_view text) const {
  const auto byte_at = [text](std::size_t at) -> std::uint32_t {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  Begins begins{std::vector<std::uint32_t>(text.size()), std::vector<std::uint32_t>(text.size())};
  std::size_t anywhere = 0;
  std::size_t words = 0;
  std::uint32_t four = byte_at(0) << 16U | byte_at(1) << 8U | byte_at(2);
  bool was_inside = false;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    four = four << 8U | byte_at(at + 3);
    const bool inside = is_in_word(text[at]);
    begins.anywhere[anywhere] = at;
    anywhere += static_cast<std::size_t>(heads_.may_begin(four));
    begins.words[words] = at;
    words += static_cast<std::size_t>(heads_of_words_.may_begin(four)) &
             static_cast<std::size_t>(inside != was_inside);
    was_inside = inside;
  }
  begins.anywhere.resize(anywhere);
  begins.words.resize(words);
  return begins;
}

std::vector<std::uint32_t> LiteralSearch::find(std::string_view text) const {
  std::vector<std::uint32_t> places;
  const Begins begins = begins_in(text);
  const auto after = [this](Edge edge) { return trie_.child(ByteTrie::root, static_cast<char>(edge)); };
  find_at(after(Edge::text), text, 0, places);
  const auto anywhere = after(Edge::none);
  for (const std::uint32_t begin : begins.anywhere) find_at(anywhere, text, begin, places);
  const auto at_edge = after(Edge::word);
  for (const std::uint32_t begin : begins.words) find_at(at_edge, text, begin, places);
  return places;
}

}  // namespace language
