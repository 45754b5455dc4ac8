#include "language/literal_search.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace language {
namespace {

// 8 kB of bits stay in the processor's nearest memory, and nineteen of twenty are not set.
constexpr unsigned bits_of_hash = 16;
constexpr unsigned bits_of_word = 6;

std::uint32_t hash_of(std::uint32_t head) {
  return head * 0x9E3779B1U >> (32 - bits_of_hash);
}

std::uint64_t bit_of(std::uint32_t hash) {
  return std::uint64_t{1} << (hash % (1U << bits_of_word));
}

}  // namespace

LiteralSearch::Head LiteralSearch::head_of(std::string_view literal) {
  Head head = 0;
  for (const char c : literal.substr(0, longest_head)) head = head << 8U | static_cast<unsigned char>(c);
  return head;
}

LiteralSearch::LiteralSearch(const std::vector<std::string>& literals)
    : heads_(std::size_t{1} << (bits_of_hash - bits_of_word)),
      slots_(std::bit_ceil(2 * literals.size() + 2)) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t place = 0; place < literals.size(); ++place) {
    if (literals[place].size() >= shortest) order.push_back(place);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return head_of(literals[a]) < head_of(literals[b]);
  });
  for (const std::uint32_t place : order) {
    const Head head = head_of(literals[place]);
    const auto at = static_cast<std::uint32_t>(literals_.size());
    Slot& slot = slots_[slot_of(head)];
    if (slot.end == 0) slot = {head, at, at};
    ++slot.end;
    heads_[hash_of(head) >> bits_of_word] |= bit_of(hash_of(head));
    literals_.push_back({static_cast<std::uint32_t>(letters_.size()),
                         static_cast<std::uint32_t>(literals[place].size()), place});
    letters_ += literals[place];
  }
}

bool LiteralSearch::may_begin(Head head) const {
  return (heads_[hash_of(head) >> bits_of_word] & bit_of(hash_of(head))) != 0;
}

std::size_t LiteralSearch::slot_of(Head head) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(head) & mask;
  while (slots_[at].end != 0 && slots_[at].head != head) at = (at + 1) & mask;
  return at;
}

void LiteralSearch::find_here(Head head, std::string_view rest, std::vector<std::uint32_t>& places) const {
  const Slot& slot = slots_[slot_of(head)];
  for (auto at = slot.begin; at < slot.end; ++at) {
    const Literal& literal = literals_[at];
    if (rest.starts_with(std::string_view(letters_).substr(literal.begin, literal.size)))
      places.push_back(literal.place);
  }
}

std::vector<std::uint32_t> LiteralSearch::find(std::string_view text) const {
  constexpr std::array<Head, longest_head + 1> letters_of_head{0, 0, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF};
  std::vector<std::uint32_t> places;
  Head last_letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    last_letters = last_letters << 8U | static_cast<unsigned char>(text[at]);
    for (std::size_t length = shortest; length <= longest_head; ++length) {
      const Head head = last_letters & letters_of_head[length];
      if (may_begin(head) && at + 1 >= length) find_here(head, text.substr(at + 1 - length), places);
    }
  }
  return places;
}

}  // namespace language
