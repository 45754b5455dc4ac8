#include "language/trigrams.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "language/code_points.hpp"
#include "language/trigram_table.hpp"

namespace language {
namespace {

constexpr double step = 0.14;  // as in make_trigrams.py
constexpr int middle = 31;

struct Row {
  std::uint64_t group = 0;
  std::array<std::int8_t, hinted_languages.size()> weight{};
};

std::uint64_t packed(char32_t a, char32_t b, char32_t c) {
  return (std::uint64_t{a} << 42U) | (std::uint64_t{b} << 21U) | c;
}

int value_of(char32_t digit) {
  if (digit <= U'9') return static_cast<int>(digit - U'0');
  return static_cast<int>(digit <= U'Z' ? digit - U'A' + 10 : digit - U'a' + 36);
}

// Places by a few bits of the group, each followed by the ones it had no room for.
class Table {
 public:
  Table() {
    const std::u32string points = code_points_of(trigram_table());
    constexpr std::size_t width = 3 + hinted_languages.size();
    for (std::size_t at = 0; at + width <= points.size(); at += width) {
      Row row{packed(points[at], points[at + 1], points[at + 2]), {}};
      for (std::size_t l = 0; l < row.weight.size(); ++l) {
        row.weight[l] = static_cast<std::int8_t>(value_of(points[at + 3 + l]) - middle);
      }
      rows_[place_of(row.group)] = row;
    }
  }

  const Row* find(std::uint64_t group) const {
    const Row& row = rows_[place_of(group)];
    return row.group == 0 ? nullptr : &row;
  }

 private:
  static constexpr std::size_t places = 8192;  // a power of two, less than half full
  std::size_t place_of(std::uint64_t group) const {
    std::size_t place = (group * 0x9E3779B97F4A7C15U) >> 51U;
    while (rows_[place].group != 0 && rows_[place].group != group) place = (place + 1) % places;
    return place;
  }
  std::vector<Row> rows_ = std::vector<Row>(places);
};

// Built when the first post is read, then never changed.
const Table& table() {
  static const Table built;
  return built;
}

// Letters in lower case, all else as one blank.
char32_t letter_or_blank(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) ? to_ascii_lower(c) : U' ';
  const auto point = static_cast<UChar32>(c);
  return u_isalpha(point) != 0 ? static_cast<char32_t>(u_tolower(point)) : U' ';
}

std::u32string only_letters(std::string_view text) {
  std::u32string letters = U" ";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = letter_or_blank(next_code_point(text, at));
    const std::size_t size = letters.size();
    if (c == U' ' && letters[size - 1] == U' ') continue;
    if (size > 1 && c == letters[size - 1] && c == letters[size - 2]) continue;
    letters += c;
  }
  if (letters.back() != U' ') letters += U' ';
  return letters;
}

}  // namespace

TrigramOdds trigram_odds(std::string_view text) {
  TrigramOdds odds;
  const std::u32string letters = only_letters(text);
  std::array<int, hinted_languages.size()> sums{};
  for (std::size_t at = 0; at + 3 <= letters.size(); ++at) {
    odds.groups += 1;
    const Row* row = table().find(packed(letters[at], letters[at + 1], letters[at + 2]));
    if (row == nullptr) continue;
    for (std::size_t l = 0; l < sums.size(); ++l) sums[l] += row->weight[l];
  }
  for (std::size_t l = 0; l < sums.size(); ++l) odds.sum[l] = sums[l] * step;
  return odds;
}

}  // namespace language
