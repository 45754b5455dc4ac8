#include "language/slips.hpp"

#include <algorithm>
#include <array>

namespace language {
namespace {

constexpr std::size_t longest_word = 60;
using Row = std::array<std::size_t, longest_word + 1>;

}  // namespace

std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit) {
  const auto apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit || a.size() > longest_word || b.size() > longest_word) return limit + 1;
  Row before{};
  Row above{};
  Row here{};
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    here[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      here[j] = std::min({above[j] + 1, here[j - 1] + 1, above[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) here[j] = std::min(here[j], before[j - 2] + 1);
    }
    before = above;
    above = here;
  }
  return std::min(above[b.size()], limit + 1);
}

std::size_t slips_allowed(std::size_t length) {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

}  // namespace language
