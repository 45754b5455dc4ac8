#include "language/literal_search.hpp"

#include <algorithm>
#include <array>

#include "language/regex_edges.hpp"

namespace language {
namespace {

constexpr std::size_t usual_places = 64;  // in a post
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
  for (const Sought& one : all) {
    if (keys.empty() || keys.back() != one.key) {
      keys.push_back(one.key);
      first_end_.push_back(static_cast<std::uint32_t>(ends_.size()));
      const std::string_view letters = std::string_view(one.key).substr(1);
      if (one.key.front() != static_cast<char>(Edge::text))
        heads_.add(letters, one.key.front() == static_cast<char>(Edge::word));
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

// Places in a part of the text where literals may begin.
struct LiteralSearch::Begins {
  static constexpr std::size_t most = 256;

  std::array<std::uint32_t, most> anywhere;  // left as they are: only what is counted is read
  std::array<std::uint32_t, most> words;
  std::size_t count_anywhere = 0;
  std::size_t count_words = 0;
};

// Every place is written down and counted only if it is worth it: that needs no guess.
void LiteralSearch::note_begins(std::string_view text, std::size_t from, std::size_t until,
                                Begins& begins) const {
  const auto byte_at = [text](std::size_t at) -> std::uint32_t {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  begins.count_anywhere = 0;
  begins.count_words = 0;
  std::uint32_t four = byte_at(from) << 16U | byte_at(from + 1) << 8U | byte_at(from + 2);
  bool was_inside = from > 0 && is_in_word(text[from - 1]);
  for (std::size_t at = from; at < until; ++at) {
    four = four << 8U | byte_at(at + 3);
    const bool inside = is_in_word(text[at]);
    const LiteralHeads::Begins before = heads_.before(four);
    begins.anywhere[begins.count_anywhere] = static_cast<std::uint32_t>(at);
    begins.count_anywhere += static_cast<std::size_t>(before.anywhere);
    begins.words[begins.count_words] = static_cast<std::uint32_t>(at);
    begins.count_words +=
        static_cast<std::size_t>(before.word) & static_cast<std::size_t>(inside != was_inside);
    was_inside = inside;
  }
}

std::vector<std::uint32_t> LiteralSearch::find(std::string_view text) const {
  std::vector<std::uint32_t> places;
  places.reserve(usual_places);
  const auto after = [this](Edge edge) { return trie_.child(ByteTrie::root, static_cast<char>(edge)); };
  find_at(after(Edge::text), text, 0, places);
  const auto anywhere = after(Edge::none);
  const auto at_edge = after(Edge::word);
  Begins begins;
  for (std::size_t from = 0; from < text.size(); from += Begins::most) {
    note_begins(text, from, std::min(from + Begins::most, text.size()), begins);
    for (std::size_t i = 0; i < begins.count_anywhere; ++i)
      find_at(anywhere, text, begins.anywhere[i], places);
    for (std::size_t i = 0; i < begins.count_words; ++i) find_at(at_edge, text, begins.words[i], places);
  }
  return places;
}

}  // namespace language
