// Slips of the finger.
#pragma once

#include <cstddef>
#include <string_view>

namespace language {

// How many letters must change, be added, go or swap with their neighbour (Damerau, restricted); counted in
// bytes, so meant for folded text. More than `limit` (at most 3) is answered as limit + 1. Words over 60
// bytes are never near.
std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit);

// How many slips a word of this length may hold and still be meant: none below 5 letters, one below 8, else
// two.
std::size_t slips_allowed(std::size_t length);

}  // namespace language
